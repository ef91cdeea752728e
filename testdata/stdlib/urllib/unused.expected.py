import urllib.request, urllib.error, urllib.parse
from urllib.parse import quote
quote(x)
