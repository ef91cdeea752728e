# py3k-test: --target 2+3 --from 2
from __future__ import print_function
import base64
import socket

a, b = socket.socketpair()
a.send(b'PING')
if b.recv(4) == b'PING' and b.recv(1)[0:1] == b'!':
    print(ord(b.recv(1)[0:1]))
    print(b.recv(10))
    print('x' + base64.b64encode(b'a').decode('ascii'))
    a.send(chr(7))
print(u'x'.encode('utf-8'))
