# A server that writes, a client that reads.
import BaseHTTPServer
import json
import SocketServer
import socket
import threading
import urllib2


class Page(BaseHTTPServer.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write('{"path": "%s"}' % self.path)

    def do_POST(self):
        size = int(self.headers['Content-Length'])
        body = self.rfile.read(size)
        self.send_response(200)
        self.end_headers()
        if body.startswith('a='):
            self.wfile.write('got ' + body)

    def log_message(self, *rest):
        pass


class Echo(SocketServer.StreamRequestHandler):
    def handle(self):
        line = self.rfile.readline().strip()
        self.wfile.write('echo %s\n' % line)


THREADS = []


def serve(server):
    thread = threading.Thread(target=server.handle_request)
    thread.daemon = True
    thread.start()
    THREADS.append(thread)
    return server.server_address[1]


port = serve(BaseHTTPServer.HTTPServer(('127.0.0.1', 0), Page))
print json.loads(urllib2.urlopen('http://127.0.0.1:%d/x' % port).read())['path']
port = serve(BaseHTTPServer.HTTPServer(('127.0.0.1', 0), Page))
print urllib2.urlopen('http://127.0.0.1:%d/' % port, 'a=1').read()
port = serve(SocketServer.TCPServer(('127.0.0.1', 0), Echo))
peer = socket.create_connection(('127.0.0.1', port))
peer.send('hey\n')
print peer.recv(99).strip()
peer.close()
for thread in THREADS:
    thread.join()
