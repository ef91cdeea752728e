import socket


class Client(object):
    def __init__(self, address):
        self.socket = socket.create_connection(address)
        self._rest = b''

    def line(self):
        while b'\n' not in self._rest:  # not there yet
            more = self.socket.recv(1024)
            if more == b'':
                raise IOError('closed')
            self._rest += more
        line, self._rest = self._rest.split(b'\n', 1)
        return line.rstrip(b'\r')


def serve(port, handlers={'GET': None, 'PUT': None}):
    listener = socket.socket()
    connection, peer = listener.accept()
    method, path = connection.recv(100).decode('utf-8').split(' ')[:2]
    if method in handlers and path[0] == '/' and path[-1] != '~':
        connection.sendall(b'200 ' + b'OK' b'\r\n' + b"%d\r\n" % port)
    print('asked for', path, 'by', peer)
    print("%s: %s" % (method, peer[0]))
    connection.send(b'bye')
    connection.send(str(port))
