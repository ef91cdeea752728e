import base64
import hashlib
import socket


def digest(s):
    return hashlib.sha1(s + 'salt').hexdigest()


def fill(connection, text):
    header = 'X-'
    data = connection.recv(10) or text
    if data == '':
        return header + data


connection = socket.socket()
note = open('note').read()
connection.send(note)
connection.send(raw_input())
print note.strip()
if connection.recv(10) == raw_input():
    print 'the same', digest('pepper'), hashlib.md5('%s' % note)
pair = [connection.recv(1), u'text']
print pair[0], '\xe9'.join(pair)
