import urllib.request as urllib2
def f(urllib):
    return urllib2.urlopen(x)
