import argparse
import configparser
import os
import zlib
a = hex(n)[2:] + hex(m)
b = oct(os.stat(p).st_mode & 0o777).replace('o', '')[-3:]
crc = zlib.crc32(x)
for y in z: crc = zlib.crc32(y.encode('utf-8') if isinstance(y, str) else y, crc)
print(crc & 0xffffffff)
c = configparser.ConfigParser(
    {'a': 1}, strict=False, inline_comment_prefixes=(';',),  # defaults
)
d = c.get('a', 'b', raw=1, vars={})
s = argparse.ArgumentParser().add_subparsers(required=True)
e = [i for i in x if hasattr(i, '__iter__') and not isinstance(i, (str, bytes)) or i]
os.fdopen(1, 'w', 1)
