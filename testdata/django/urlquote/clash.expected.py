# py3k-test: --django 4.0
from urllib.parse import quote as urlquote


def f(quote):
    return urlquote(quote)
