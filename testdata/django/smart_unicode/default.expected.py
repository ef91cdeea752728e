from django.utils import encoding as e
from django.utils.encoding import smart_text, force_text, iri_to_uri
from django.utils.encoding import smart_str, smart_text as st
import django.utils.encoding


def f(x, smart_unicode=None):
    return smart_unicode(x)


y = smart_text(force_text(1)), smart_str(2), st(3)
z = e.force_text(x), django.utils.encoding.smart_text(x), other.smart_unicode(x)
