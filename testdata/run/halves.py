import base64, binascii, hashlib, hmac, struct, zlib

def basic(user, password):
    auth = base64.encodestring('%s:%s' % (user, password)).replace('\n', '')
    return 'Basic %s' % auth

print basic('a', 'b'), 'Basic ' + base64.b64encode('a:b')
print 'abc'.encode('hex'), 'abc'.encode('base64').strip(), 'abc'.encode('rot13')
print binascii.hexlify('hi'), binascii.b2a_base64('hi').rstrip('\n')
h = hashlib.md5('a')
h.update('b')
print h.hexdigest(), h.digest().encode('hex'), hashlib.md5('x').digest().encode('hex')
print hashlib.md5(base64.b64encode('x')).hexdigest(), hmac.new('key', 'message', hashlib.sha1).hexdigest()
print struct.unpack('>I', 'abcd'), len(struct.pack('>I2s', 1, 'ab')), zlib.crc32('abc') & 0xffffffff
