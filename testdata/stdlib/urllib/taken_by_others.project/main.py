from taken_by_others import urllib2
print urllib2.Request, urllib2.HTTPError
