import urllib
import urllib2

values = urllib.quote("a"), urllib2.urlopen
