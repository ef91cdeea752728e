# py3k-test: -f stand_ins
import socket
import tokenize
import io
import re


class _fileobject(io.RawIOBase):
    """What recv() and sendall() of a socket give and take, as a file."""

    default_bufsize = 8192

    def __init__(self, sock, mode='rb', bufsize=-1, close=False):
        self._sock = sock
        self._left = b''
        self._closes = close
        self.mode = mode
        self.bufsize = self.default_bufsize if bufsize < 0 else bufsize

    def readable(self):
        return True

    def writable(self):
        return True

    def readinto(self, buffer):
        if not self._left:
            self._left = self._sock.recv(max(len(buffer), self.bufsize))
        data, self._left = self._left[:len(buffer)], self._left[len(buffer):]
        buffer[:len(data)] = data
        return len(data)

    def read(self, size=-1):
        if size is None or size < 0:
            return self.readall()
        data = b''
        while len(data) < size:
            more = super().read(size - len(data))
            if not more:
                break
            data += more
        return data

    def write(self, data):
        self._sock.sendall(data)
        return len(data)

    def fileno(self):
        return self._sock.fileno()

    def close(self):
        if not self.closed and self._closes:
            self._sock.close()
        super().close()


def f(text):
    return re.compile(tokenize.Token).match(text), {prefix: re.compile(pattern) for prefix, pattern in tokenize.endpats.items()}["'"]


f = _fileobject(s, close=True)
