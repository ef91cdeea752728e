import logging.handlers
from stat import ST_INO
import xmlrpc.client
import stat

print(stat.ST_DEV, ST_INO, xmlrpc.client.ExpatParser)
