import base64
import hashlib
import socket


def digest(s):
    return hashlib.sha1(s + b'salt').hexdigest()


def fill(connection, text):
    header = b'X-'
    data = connection.recv(10) or text
    if data == b'':
        return header + data


connection = socket.socket()
note = open('note', 'rb').read()
connection.send(note)
connection.send(input())
print(note.strip().decode('utf-8'))
if connection.recv(10) == input():
    print('the same', digest(b'pepper'), hashlib.md5(b'%s' % note))
pair = [connection.recv(1), 'text'.encode('ascii')]
print(pair[0], '\xe9'.join(pair))
