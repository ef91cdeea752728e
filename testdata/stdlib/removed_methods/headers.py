import urllib2
u = urllib2.urlopen(url)
info = u.info()
print u.info().gettype(), info.getmaintype(), u.headers.getsubtype(), other.gettype()
