from taken_in_parts import urllib, urllib2
print urllib.urlencode, urllib.urlopen, urllib2.URLError, urllib2.addbase
