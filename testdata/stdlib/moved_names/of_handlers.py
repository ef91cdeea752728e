import logging.handlers
from logging.handlers import ST_INO
import xmlrpclib

print logging.handlers.ST_DEV, ST_INO, xmlrpclib.SlowParser
