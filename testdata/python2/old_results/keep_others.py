import zlib
a = hex(n)[2:]
b = self.oct(n)
c = zlib.crc32(x) & 0xffffffff
d = hasattr(x, '__len__')
e = d.get('a', 'b', 1)
g = isinstance(x, list) or hasattr(x, '__iter__') and not isinstance(x, str)
h = x.add_subparsers(required=True)
