import codecs

a = codecs.decode(b'fffe', 'hex')
b = codecs.encode(f(x), "base64")
c = codecs.encode(x + y, 'rot-13')
