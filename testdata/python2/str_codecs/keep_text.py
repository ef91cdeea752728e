import codecs
a = x.encode('utf-8')
b = x.decode(hex)
c = codecs.encode('a', 'rot13')
d = codecs.decode('hex')
