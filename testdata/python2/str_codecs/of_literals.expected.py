import codecs

print(codecs.encode(b'abc', 'hex'), codecs.decode(b'6162', "HEX"), codecs.encode('abc', 'rot13'), codecs.encode(s, 'Base-64'), codecs.encode(b'abc', 'hex'))
print(s.decode('string_escape'), s.encode('string-escape'))
