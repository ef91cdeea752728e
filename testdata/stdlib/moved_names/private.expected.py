import threading, socket, re, site
import xml.etree.ElementTree as ET
import time


class Event(threading.Event):
    pass


timers = threading.Timer, threading.get_ident(), time.sleep(1)
pattern = isinstance(x, re.Pattern), isinstance(y, ET.Element)
s = socket.socket
