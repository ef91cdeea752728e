import urllib, urllib2, urlparse, os
from urllib2 import HTTPError as H, urlopen, quote
from urllib import (quote,  # text
    unquote)
def f():
    import urllib
    return urllib.urlencode(x), urllib2.urlopen(y), urlparse.urljoin(a, b)
urllib.basejoin, urllib.nothing
try: pass
except urllib2.URLError, e: print e
