import base64, binascii, hashlib, hmac, struct, pickle, zlib
try:
    from hashlib import md5
except ImportError:
    from md5 import md5

def header(user, password, request):
    auth = base64.encodestring('%s:%s' % (user, password)).replace('\n', '')
    request.headers = {'Authorization': 'Basic ' + base64.b64encode('a:b')}
    request.add_header('Authorization', 'Basic %s' % auth)
    request.token = base64.b64encode('a:b')
    sent = base64.b64encode('a:b')
    return hashlib.sha1(base64.b64encode('a')).hexdigest(), 'x' + base64.b64encode(user), hashlib.md5(sent)

print binascii.hexlify('hi'), base64.b64decode('YTpi').split(':'), md5('a').hexdigest()
h = md5('a')
h.update('b')
h.update('%s' % h)
h.update(header)
print h.hexdigest(), 'x' + h.digest(), hashlib.new('md5', 'a'), hmac.new('key', 'message')
print struct.unpack('>I', 'abcd'), struct.pack('>I2s', 1, 'ab') + 'x', pickle.loads('I1\n.')
print zlib.decompress(zlib.compress('hello')) == 'hello'
other.update('b')
