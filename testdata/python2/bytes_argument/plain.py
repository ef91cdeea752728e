import hashlib, base64
from zlib import crc32

print 'caf\xc3\xa9'.decode('utf-8'), r'a\x'.decode('ascii'), 'a' .decode('hex')
print hashlib.md5('text'), hashlib.sha1("%s" % x), crc32('a' 'b'), base64.b64encode(u'x'), base64.b64encode(u'\u20ac'), u'a'.decode('utf-8'), hashlib.md5(str(x))
