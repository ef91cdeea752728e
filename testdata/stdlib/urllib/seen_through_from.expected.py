from urllib import parse
import urllib.parse
from http import client
import http.client
from urllib.request import urlopen
x = parse.urlparse(urlopen(y)), client.OK
