import urllib2
try:
    x = urllib2.urlopen(urllib2.urlparse.urljoin("http://a", "b"))
except (urllib2.socket.timeout, urllib2.httplib.HTTPException):
    x = urllib2.urlparse.urlparse
