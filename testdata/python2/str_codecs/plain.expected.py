import codecs

a = codecs.decode('fffe', 'hex')
b = codecs.encode(f(x), "base64")
c = codecs.encode((x + y), 'rot-13')
