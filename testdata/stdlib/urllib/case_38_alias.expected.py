import urllib.request, urllib.parse
import urllib.request as v
urllib.parse.quote(x); urllib.request.urlopen(urllib.parse.urlencode(y))
v.urlopen(v.Request(urllib.parse.quote(z)))
