import queue as Queue, _thread, html.parser
import http.cookies as C, http.client as httplib
import configparser as ConfigParser
__all__ = ['ConfigParser']
queue = Queue.Queue()
def f(http):
    return httplib.OK
class A:
    import reprlib as repr
x = _thread.error, C.SimpleCookie(), html.parser.HTMLParseError
