import hashlib
print 'abc'.encode('hex'), 'a' + ('%s' % x).encode('base64').strip(), hashlib.md5(x).digest().encode('hex')
token = 'abc'.encode('base64')
data = x.encode('hex')
plain = '6162'.decode('hex').split('b'), other.digest().encode('hex')
packed = 'abc'.encode('zlib').encode('base64').decode('ascii')
text = 'abc'
print text.encode('base64')
