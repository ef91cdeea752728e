import urllib2
try:
    from urllib import quote
except ImportError:
    from urllib.parse import quote
quote(x)
