# py3k-test: --target 2+3 --from 2
from __future__ import print_function
import base64
import socket

a, b = socket.socketpair()
a.send('PING')
if b.recv(4) == 'PING' and b.recv(1)[0] == '!':
    print(ord(b.recv(1)[0]))
    print(b.recv(10))
    print('x' + base64.b64encode(b'a'))
    a.send(chr(7))
print(u'x'.encode('utf-8'))
