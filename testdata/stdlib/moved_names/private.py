import threading, socket, re, site
import xml.etree.ElementTree as ET


class Event(threading._Event):
    pass


timers = threading._Timer, threading._get_ident(), threading._sleep(1)
pattern = isinstance(x, re._pattern_type), isinstance(y, ET._ElementInterface)
s = socket._socketobject
