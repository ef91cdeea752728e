import urllib2
u = urllib2.urlopen(url)
info = u.info()
print u.info().gettype(), info.getmaintype(), u.headers.getsubtype(), other.gettype()
print u.info().getheader('x-a'), info.getheader('n', 0), info.getheaders('cookie'), info.getallmatchingheaders('c')
print response.getheader('x-a')
opener = urllib2.build_opener()
print opener.open(url).read()
