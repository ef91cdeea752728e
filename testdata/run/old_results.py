# Functions that give something else in Python 3.
import ConfigParser
import os
import tempfile
import zlib


def flat(x):
    if hasattr(x, '__iter__'):
        return [z for y in x for z in flat(y)]
    return [x]


print round(2.5), round(-0.5), round(0.125, 2), round(2.675, 2), round(1e300), round(7), round(1234.5, -2)
print str(round(7.2)) + '%', int(round(1.5)), int(round(2.5))
print hex(10 ** 20)[2:-1], hex(2 ** 70)[:-1], repr(5L)[:-1], oct(8), oct(0644)[-3:]
print zlib.crc32('abc'), zlib.adler32('abc'), zlib.crc32('xxx') & 0xffffffff, zlib.crc32('c', zlib.crc32('ab'))
print flat([1, 'ab', ['c', (2,)]])
config = ConfigParser.ConfigParser()
handle, path = tempfile.mkstemp()
os.close(handle)
settings = open(path, 'w')
settings.write('[a]\nb = 1 ; one\nb = 2\n\n')
settings.close()
config.read(path)
os.remove(path)
print config.get('a', 'b'), config.get('a', 'b', True)
