import queue as Queue, _thread, html.parser
import http.cookies as C, http.client as httplib
import configparser as ConfigParser


class HTMLParseError(Exception):
    def __init__(self, msg, position=(None, None)):
        assert msg
        self.msg = msg
        self.lineno, self.offset = position

    def __str__(self):
        line = '' if self.lineno is None else ', at line %d' % self.lineno
        return self.msg + line + ('' if self.offset is None else ', column %d' % (self.offset + 1))


__all__ = ['ConfigParser']
queue = Queue.Queue()
def f(http):
    return httplib.OK
class A:
    import reprlib as repr
x = _thread.error, C.SimpleCookie(), HTMLParseError
