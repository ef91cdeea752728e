import urllib.parse, urllib.request, urllib.error, os
from urllib.error import HTTPError as H
from urllib.request import urlopen
from urllib.parse import quote
# text
from urllib.parse import (unquote)
def f():
    import urllib.parse
    return urllib.parse.urlencode(x), urllib.request.urlopen(y), urllib.parse.urljoin(a, b)
urllib.parse.urljoin, urllib.nothing
try: pass
except urllib.error.URLError as e: print(e)
