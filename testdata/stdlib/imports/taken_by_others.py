"""main.py takes both names, one of them as an attribute."""
import Queue
import ConfigParser
import StringIO

errors = Queue.Empty, ConfigParser.Error, StringIO.StringIO
