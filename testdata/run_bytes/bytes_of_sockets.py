# Lines and frames over a pair of sockets.
import socket
import struct


class Lines(object):
    def __init__(self, peer):
        self._peer = peer
        self._rest = ''

    def next_line(self):
        while '\n' not in self._rest:
            more = self._peer.recv(3)
            if more == '':
                return None
            self._rest += more
        line, self._rest = self._rest.split('\n', 1)
        return line


def send_frame(peer, kind, body):
    peer.sendall(struct.pack('>cH', kind, len(body)) + body)


def read_frame(peer):
    kind, size = struct.unpack('>cH', peer.recv(3))
    return kind, peer.recv(size)


here, there = socket.socketpair()
here.sendall('GET /x HTTP/1.0\nHost: ' + 'example' + '\n')
lines = Lines(there)
request = lines.next_line()
method, path, version = request.split(' ')
if method == 'GET' and path[0] == '/':
    print 'get', path
name, value = lines.next_line().split(': ')
print '%s is %s' % (name, value)
send_frame(there, 'd', 'data\x00\xff')
kind, body = read_frame(here)
print kind == 'd', len(body), ord(body[4]), ord(body[-1]), body[:4] == 'data'
print '-'.join('%02x' % ord(c) for c in body)
HANDLERS = {'start': 1, 'stop': 2}
here.send('stop')
print HANDLERS[there.recv(9)], 'go' in HANDLERS
