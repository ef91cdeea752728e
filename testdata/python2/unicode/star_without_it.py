from texts import *

name = unicode(1)
