print 'abc'.encode('hex'), '6162'.decode("HEX"), 'abc'.encode('rot13'), s.encode('Base-64'), u'abc'.encode('hex')
print s.decode('string_escape'), s.encode('string-escape')
