# py3k-test: -f urllib
import urllib
from urllib import parse
import urllib.request
urllib.parse.quote(x)
def f(urllib2): return urllib2.urlopen
