try:
    import cPickle as pickle
except ImportError:
    import pickle
try:
    from cStringIO import StringIO
except ImportError:
    from StringIO import StringIO
def f():
    try: import queue
    except (ImportError, ValueError): import Queue as queue
    return queue.Queue()
try:
    import ConfigParser
except ImportError:
    import configparser as ConfigParser
try:
    import httplib
    from urlparse import urljoin
except ImportError:
    import http.client as httplib
    from urllib.parse import urljoin
try:
    import thread  # why
except ImportError:
    import dummy_thread as thread
try:
    import Tkinter
except ImportError:
    Tkinter = None
c = ConfigParser.ConfigParser(), httplib.OK, thread.error, Tkinter
