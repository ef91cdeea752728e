import codecs
import hashlib
import re
import socket
import threading
import urllib
import urlparse


def serve(server):
    c, _ = server.accept()
    request = c.recv(1000)
    path = request.split(' ')[1]
    body = 'you asked for ' + path
    c.send('HTTP/1.0 200 OK\r\nContent-Length: ' + str(len(body)) + '\r\n\r\n' + body)
    c.close()


def count(sock, limit):
    sock.sendall('%d\n' % limit)
    print sock.recv(10) == 'done'


s = socket.socket()
threading.Thread(target=count, args=(s, 3)).start()
for name in ('md5', 'sha1'):
    print getattr(hashlib, name)('data').hexdigest()
q = urlparse.parse_qs('a=b')
print q['a'][0].decode('utf-8')
a, b = socket.socketpair()
print re.sub('%([0-9a-f]{2})', lambda m: chr(int(m.group(1), 16)), b.recv(100))
out = open('dl', 'wb')
write = out.write
write('header')
map(out.write, ['a', 'b'])


def each(callback):
    for chunk in ('ab', 'cd'):
        callback(chunk)


each(out.write)
parts = []
add = parts.append
add(b.recv(2))
print ''.join(parts)
print codecs.encode(u'a', 'utf-8') + 'b'
