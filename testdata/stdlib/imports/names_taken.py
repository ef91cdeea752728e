import Queue, thread, HTMLParser
import Cookie as C, httplib
import ConfigParser
__all__ = ['ConfigParser']
queue = Queue.Queue()
def f(http):
    return httplib.OK
class A:
    import repr
x = thread.error, C.SmartCookie(), HTMLParser.HTMLParseError
