import argparse
import ConfigParser
import os
import zlib
a = hex(n)[2:-1] + hex(m)[:-1]
b = oct(os.stat(p).st_mode & 0777)[-3:]
crc = zlib.crc32(x)
for y in z: crc = zlib.crc32(y, crc)
print crc & 0xffffffff
c = ConfigParser.ConfigParser(
    {'a': 1},  # defaults
)
d = c.get('a', 'b', 1, {})
s = argparse.ArgumentParser().add_subparsers()
e = [i for i in x if hasattr(i, '__iter__') or i]
os.fdopen(1, 'w', 0)
