import base64, binascii, hashlib, hmac, struct, pickle, zlib
from hashlib import md5

def header(user, password, request):
    auth = base64.encodebytes(('%s:%s' % (user, password)).encode('utf-8')).decode('ascii').replace('\n', '')
    request.headers = {'Authorization': 'Basic ' + base64.b64encode(b'a:b').decode('ascii')}
    request.add_header('Authorization', 'Basic %s' % auth)
    request.token = base64.b64encode(b'a:b')
    sent = base64.b64encode(b'a:b')
    return hashlib.sha1(base64.b64encode(b'a')).hexdigest(), 'x' + base64.b64encode(user).decode('ascii'), hashlib.md5(sent)

print(binascii.hexlify(b'hi').decode('ascii'), base64.b64decode('YTpi').decode('utf-8').split(':'), md5(b'a').hexdigest())
h = md5(b'a')
h.update(b'b')
h.update(('%s' % h).encode('utf-8'))
h.update(header)
print(h.hexdigest(), b'x' + h.digest(), hashlib.new('md5', b'a'), hmac.new(b'key', b'message'))
print(struct.unpack('>I', b'abcd'), struct.pack('>I2s', 1, b'ab') + b'x', pickle.loads(b'I1\n.'))
print(zlib.decompress(zlib.compress(b'hello')) == b'hello')
other.update('b')
