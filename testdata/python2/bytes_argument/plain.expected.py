import hashlib, base64
from zlib import crc32
import codecs

print(b'caf\xc3\xa9'.decode('utf-8'), br'a\x'.decode('ascii'), codecs.decode(b'a', 'hex').decode('utf-8'))
print(hashlib.md5(b'text'), hashlib.sha1(("%s" % x).encode('utf-8')), (crc32(b'a' b'b') ^ 0x80000000) - 0x80000000, base64.b64encode(b'x').decode('ascii'), base64.b64encode('\u20ac').decode('ascii'), b'a'.decode('utf-8'), hashlib.md5(str(x)))
