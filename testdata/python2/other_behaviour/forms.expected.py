import os, sys, random, zlib, binascii, struct, argparse, configparser, inspect, types, socket


def cmp(a, b):
    return (a > b) - (a < b)


def _round(number, digits=0):
    """Gives what round() gave in Python 2: a float, and halves go away from zero."""
    import decimal
    number = float(number)
    if not abs(number) < 2 ** 52:
        return number
    last = decimal.Decimal('1e%d' % -digits)
    return float(decimal.Decimal(number).quantize(last, decimal.ROUND_HALF_UP))


print(_round(2.5), _round(0.125, 2), int(_round(x)), _round(-2.5))
a = hex(n)[2:]; b = hex(n); c = repr(5); d = repr(s)[1:-1]; e = repr(int(x))
print(oct(8).replace('o', ''), oct(n).replace('o', '')[-3:])
print((zlib.crc32(b'x') ^ 0x80000000) - 0x80000000, zlib.crc32(b'x') & 0xffffffff)
crc = (zlib.crc32(b'a', crc) ^ 0x80000000) - 0x80000000
c = configparser.ConfigParser(strict=False, inline_comment_prefixes=(';',))
r = configparser.RawConfigParser({'a': 1}, strict=False, inline_comment_prefixes=(';',))
c.get('a', 'b', True); c.get('a', 'b', 1, d)
p = argparse.ArgumentParser()
sub = p.add_subparsers(dest='x', required=True)
sys.stdout = os.fdopen(sys.stdout.fileno(), 'w', 1)
f = open('t')
f.seek(-5, 2)
g = open('t', 'rb')
g.seek(-5, 2)
h = hash('a'); hash(x) % 10
random.seed(42)
r = random.Random(3)
print(set([1]), str(set([1, 2])))
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
if hasattr(v, '__iter__') and not isinstance(v, (str, bytes)): pass
if not (hasattr(v, '__iter__') and not isinstance(v, (str, bytes))): pass
inspect.ismethod(C.f); inspect.getmembers(C, inspect.ismethod); isinstance(C.f, types.MethodType)
repr(ValueError('x'))
def w(n=None):
    if n is None or n < 2: return 1
    return n is not None and n > 'a'
sorted([3, None], key=lambda x: (x is not None, x)); '10' > 9; cmp(None, 1); max(1, 'a', key=lambda x: (isinstance(x, str), x))
v = 'a'
print(v > 9)

from email.header import decode_header
print(decode_header(subject)[0][0])
