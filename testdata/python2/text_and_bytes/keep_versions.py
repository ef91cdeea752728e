# py3k-test: -f text_and_bytes --from 2
import socket
import sys


def greet(s):
    if sys.version_info < (3, 0):
        s.send("a")
    return s.recv(1) == "b"


c = socket.socket()
c.send("PING")
