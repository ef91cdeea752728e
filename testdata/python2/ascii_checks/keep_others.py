import socket


def f(x, address):
    try:
        x = x.encode('ascii')
    except UnicodeEncodeError:
        raise ValueError(address)
    socket.create_connection(address).sendall(x)


def g(x):
    try:
        x.encode('ascii')
    except UnicodeError:
        return False
    return True
