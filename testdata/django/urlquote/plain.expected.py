# py3k-test: --django 4.0
from django.utils.http import urlencode
from urllib.parse import quote, unquote
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils import http
import urllib.parse
x = quote(unquote(y)), urllib.parse.quote_plus(z), url_has_allowed_host_and_scheme(urlencode(q))
