import urllib2


def parse():
    return urllib2.urlparse.urlparse("http://a/b").path


print parse(), issubclass(urllib2.httplib.BadStatusLine, Exception)
