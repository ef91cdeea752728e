import queue, os


def f(Queue):
    return Queue.x


def g():
    if f: q = queue.Queue(); r = queue . Empty
    return queue
