import hashlib
import json
import os
import re
import shutil
import socket
import tempfile
import threading
import urllib
import urlparse

folder = tempfile.mkdtemp()


def serve(s):
    c, _ = s.accept()
    req = c.recv(1000)
    method, path, proto = req.split('\r\n')[0].split(' ')
    body = 'you asked for ' + path
    c.send('HTTP/1.0 200 OK\r\nContent-Length: ' + str(len(body)) + '\r\n\r\n' + body)
    c.close()


s = socket.socket()
s.bind(('127.0.0.1', 0))
s.listen(1)
t = threading.Thread(target=serve, args=(s,))
t.start()
c = socket.socket()
c.connect(s.getsockname())
c.send('GET /index.html HTTP/1.0\r\n\r\n')
resp = ''
while True:
    d = c.recv(64)
    if not d:
        break
    resp += d
head, body = resp.split('\r\n\r\n', 1)
print head.split('\r\n')[0], body
t.join()

for name in ('md5', 'sha1'):
    print name, getattr(hashlib, name)('data').hexdigest()[:6]

data = {u'n\xe4me': [1, 2.5, None, True, 'x']}
f = open(os.path.join(folder, 'd.json'), 'wb')
json.dump(data, f)
f.close()
print json.load(open(os.path.join(folder, 'd.json'), 'rb')) == data

url = 'http://h/s?' + urllib.urlencode({'q': u'caf\xe9'.encode('utf-8')})
q = urlparse.parse_qs(urlparse.urlparse(url).query)
print url, q['q'][0].decode('utf-8') == u'caf\xe9'

a, b = socket.socketpair()
a.send('x=%41&y=%20')
r = re.sub('%([0-9a-fA-F]{2})', lambda m: chr(int(m.group(1), 16)), b.recv(100))
print r, len(r)


def retr(callback):
    for chunk in ('ab', 'cd'):
        callback(chunk)


out = open(os.path.join(folder, 'dl'), 'wb')
retr(out.write)
write = out.write
write('ef')
out.close()
print open(os.path.join(folder, 'dl'), 'rb').read()
shutil.rmtree(folder)
