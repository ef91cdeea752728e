# py3k-test: --django 4.0
from django.utils.http import urlquote, urlencode, urlunquote
from django.utils.http import is_safe_url
from django.utils import http
x = urlquote(urlunquote(y)), http.urlquote_plus(z), is_safe_url(urlencode(q))
