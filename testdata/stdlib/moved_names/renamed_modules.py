# py3k-test: --from 2
import xmlrpc.client
from xmlrpc.client import SlowParser
print(xmlrpc.client.SlowParser, SlowParser)
