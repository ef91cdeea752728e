from urllib import parse
import urllib.parse
import http.client
from http import client
from urllib.request import urlopen
x = parse.urlparse(urlopen(y)), client.OK
