# py3k-test: --django 4.0
from django.utils.http import urlquote


def f(quote):
    return urlquote(quote)
