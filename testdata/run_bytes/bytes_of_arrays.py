# A bytearray holds numbers in Python 2 as well; codecs.encode(x, 'hex') gives bytes.
import codecs
import socket


def runs(data):
    data, found = bytearray(data), bytearray()
    for at in range(len(data)):
        if at and data[at] == data[at - 1] != 144:
            found.append(data[at])
    return found


class Buffer(object):
    def __init__(self):
        self.bytes = bytearray()

    def feed(self, data):
        self.bytes += data
        return self.bytes[0] == ord('a'), self.bytes[-1:] == 'b'


left, right = socket.socketpair()
left.sendall('aab\xff\xff')
got = right.recv(10)
print len(runs(got)), runs(got)[0], [n for n in bytearray(got)]
buffer = Buffer()
print buffer.feed(got), buffer.feed('b')
print got[0] == 'a', got[3] == '\xff'
print codecs.encode(got, 'hex'), codecs.decode(codecs.encode(got[:2], 'hex'), 'hex')
left.close()
right.close()
