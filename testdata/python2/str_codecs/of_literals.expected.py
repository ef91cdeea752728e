import codecs

print(codecs.encode(b'abc', 'hex').decode('ascii'), codecs.decode(b'6162', "HEX").decode('utf-8'), codecs.encode('abc', 'rot13'), codecs.encode(s, 'Base-64'), codecs.encode(b'abc', 'hex').decode('ascii'))
print(s.decode('string_escape'), s.encode('string-escape'))
