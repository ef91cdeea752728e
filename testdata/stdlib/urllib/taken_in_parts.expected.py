import urllib.parse
import urllib.request

values = urllib.parse.quote("a"), urllib.request.urlopen
