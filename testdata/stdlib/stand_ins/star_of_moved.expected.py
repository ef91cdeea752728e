from http.client import *
import http.client


class HTTP(object):
    def __init__(self, host='', port=None, strict=None):
        self._setup(http.client.HTTPConnection(host, port or None))

    def _setup(self, connection):
        connection._http_vsn, connection._http_vsn_str = 10, 'HTTP/1.0'
        self._conn = connection
        self.send = connection.send
        self.putrequest = connection.putrequest
        self.putheader = connection.putheader
        self.endheaders = connection.endheaders
        self.set_debuglevel = connection.set_debuglevel
        self.file = self.headers = None

    def connect(self, host=None, port=None):
        if host is not None:
            there = type(self._conn)(host, port or None)
            self._conn.host, self._conn.port = there.host, there.port
        self._conn.connect()

    def getfile(self):
        return self.file

    def getreply(self, buffering=False):
        try:
            response = self._conn.getresponse()
        except http.client.BadStatusLine as error:
            self.close()
            self.headers = None
            return -1, error.line, None
        self.file, self.headers = response, response.msg
        return response.status, response.reason, response.msg

    def close(self):
        self._conn.close()
        self.file = None


connection = HTTPConnection("host")
old = HTTP("host"), OK
