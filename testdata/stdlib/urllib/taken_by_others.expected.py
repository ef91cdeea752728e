import urllib.request, urllib.error
import urllib.request as urllib2


def fetch(url):
    try:
        return urllib.request.urlopen(url)
    except urllib.error.URLError:
        return None
