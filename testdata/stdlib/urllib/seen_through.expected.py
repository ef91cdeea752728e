import urllib.request, urllib, http
import http.client
import urllib.parse
try:
    x = urllib.request.urlopen(urllib.parse.urljoin("http://a", "b"))
except (urllib.request.socket.timeout, http.client.HTTPException):
    x = urllib.parse.urlparse
