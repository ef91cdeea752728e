import os, sys, random, zlib, binascii, struct, argparse, ConfigParser, inspect, types, socket
print round(2.5), round(0.125, 2), int(round(x)), round(-2.5)
a = hex(n)[2:-1]; b = hex(n)[:-1]; c = repr(5L)[:-1]; d = repr(s)[1:-1]; e = repr(long(x))[:-1]
print oct(8), oct(n)[-3:]
print zlib.crc32('x'), zlib.crc32('x') & 0xffffffff
crc = zlib.crc32('a', crc)
c = ConfigParser.ConfigParser()
r = ConfigParser.RawConfigParser({'a': 1})
c.get('a', 'b', True); c.get('a', 'b', 1, d)
p = argparse.ArgumentParser()
sub = p.add_subparsers(dest='x')
sys.stdout = os.fdopen(sys.stdout.fileno(), 'w', 0)
f = open('t')
f.seek(-5, 2)
g = open('t', 'rb')
g.seek(-5, 2)
h = hash('a'); hash(x) % 10
random.seed(42)
r = random.Random(3)
print set([1]), str(set([1, 2]))
def q():
    try:
        pass
    except IOError: pass
    except OSError: pass
    except socket.error: pass
    t = sys.exc_info()
    raise
class C:
    @property
    def x(self): return {}['x']
    def __getattr__(self, name): return getattr(self.o, name)
    def f(self): pass
hasattr(C(), 'x')
if hasattr(v, '__iter__'): pass
if not hasattr(v, '__iter__'): pass
inspect.ismethod(C.f); inspect.getmembers(C, inspect.ismethod); isinstance(C.f, types.MethodType)
repr(ValueError('x'))
def w(n=None):
    if n < 2: return 1
    return n > 'a'
sorted([3, None]); '10' > 9; cmp(None, 1); max(1, 'a')
v = 'a'
print v > 9

from email.header import decode_header
print decode_header(subject)[0][0]
