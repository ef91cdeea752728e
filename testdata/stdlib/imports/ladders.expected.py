import pickle
from io import StringIO
def f():
    import queue
    return queue.Queue()
import configparser as ConfigParser
import http.client as httplib
from urllib.parse import urljoin
try:
    import _thread as thread  # why
except ImportError:
    import _thread as thread
try:
    import tkinter as Tkinter
except ImportError:
    Tkinter = None
c = ConfigParser.ConfigParser(), httplib.OK, thread.error, Tkinter
