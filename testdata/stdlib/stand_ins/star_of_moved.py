from httplib import *

connection = HTTPConnection("host")
old = HTTP("host"), OK
