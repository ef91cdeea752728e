import urllib as u
import urllib2 as v
u.quote(x); u.urlopen(u.urlencode(y))
v.urlopen(v.Request(u.quote(z)))
