# py3k-test: --django 4.0
from django.utils.encoding import smart_unicode, force_text
__all__ = ['force_text']
smart_str = None


def f(force_str):
    return smart_unicode(force_text(force_str))
