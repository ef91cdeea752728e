import hashlib
import codecs
print(codecs.encode(b'abc', 'hex').decode('ascii'), 'a' + codecs.encode(('%s' % x).encode('utf-8'), 'base64').decode('ascii').strip(), hashlib.md5(x).hexdigest())
token = codecs.encode(b'abc', 'base64')
data = codecs.encode(x, 'hex')
plain = codecs.decode(b'6162', 'hex').split(b'b'), other.hexdigest()
packed = codecs.encode(codecs.encode(b'abc', 'zlib'), 'base64').decode('ascii')
text = b'abc'
print(codecs.encode(text, 'base64').decode('ascii'))
