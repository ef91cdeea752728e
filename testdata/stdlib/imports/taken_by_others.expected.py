"""main.py takes both names, one of them as an attribute."""
import queue as Queue
import configparser as ConfigParser
import io

errors = Queue.Empty, ConfigParser.Error, io.StringIO
