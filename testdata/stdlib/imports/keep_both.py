# py3k-test: --from 2 --target 2+3
import ConfigParser
from Queue import Queue

parser = ConfigParser.ConfigParser()
queue = Queue()
