import urllib2


def fetch(url):
    try:
        return urllib2.urlopen(url)
    except urllib2.URLError:
        return None
