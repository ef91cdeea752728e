from urllib2 import urlparse, httplib, urlopen
x = urlparse.urlparse(urlopen(y)), httplib.OK
