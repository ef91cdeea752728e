import codecs
import hashlib
import re
import socket
import threading
import urllib.request, urllib.parse, urllib.error


def serve(server):
    c, _ = server.accept()
    request = c.recv(1000)
    path = request.split(b' ')[1]
    body = b'you asked for ' + path
    c.send(('HTTP/1.0 200 OK\r\nContent-Length: ' + str(len(body)) + '\r\n\r\n').encode('ascii') + body)
    c.close()


def count(sock, limit):
    sock.sendall(b'%d\n' % limit)
    print(sock.recv(10) == b'done')


s = socket.socket()
threading.Thread(target=count, args=(s, 3)).start()
for name in ('md5', 'sha1'):
    print(getattr(hashlib, name)(b'data').hexdigest())
q = urllib.parse.parse_qs('a=b')
print(q['a'][0])
a, b = socket.socketpair()
print(re.sub(b'%([0-9a-f]{2})', lambda m: bytes([int(m.group(1), 16)]), b.recv(100)).decode('utf-8'))
out = open('dl', 'wb')
write = out.write
write(b'header')
list(map(out.write, [b'a', b'b']))


def each(callback):
    for chunk in (b'ab', b'cd'):
        callback(chunk)


each(out.write)
parts = []
add = parts.append
add(b.recv(2))
print(b''.join(parts).decode('utf-8'))
print((codecs.encode('a', 'utf-8') + b'b').decode('utf-8'))
