# py3k-test: --django 1.4
from django.utils import encoding as e
from django.utils.encoding import smart_unicode, force_unicode, iri_to_uri
from django.utils.encoding import smart_str, smart_text as st
import django.utils.encoding


def f(x, smart_unicode=None):
    return smart_unicode(x)


y = smart_unicode(force_unicode(1)), smart_str(2), st(3)
z = e.force_text(x), django.utils.encoding.smart_unicode(x), other.smart_unicode(x)
