import Queue, os


def f(Queue):
    return Queue.x


def g():
    if f: q = Queue.Queue(); r = Queue . Empty
    return Queue
