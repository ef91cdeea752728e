# py3k-test: --from 2
import xmlrpc.client
from xmlrpc.client import ExpatParser
print((xmlrpc.client.ExpatParser, ExpatParser))
