# py3k-test: --django 2.0
from django.utils import encoding as e
from django.utils.encoding import smart_str, force_str, iri_to_uri
from django.utils.encoding import smart_str, smart_str as st
import django.utils.encoding


def f(x, smart_unicode=None):
    return smart_unicode(x)


y = smart_str(force_str(1)), smart_str(2), st(3)
z = e.force_str(x), django.utils.encoding.smart_str(x), other.smart_unicode(x)
