# py3k-test: --from 2 --target 2+3
import argparse
import zlib
a = hex(n)[2:].rstrip('L')
b = oct(n).replace('o', '')
c = zlib.crc32(x)
d = argparse.ArgumentParser().add_subparsers()
e = hasattr(i, '__iter__') and not isinstance(i, (str, bytes))
