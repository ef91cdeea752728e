"""Names that others take from here, some of them not used here at all."""
from itertools import imap, izip
from sys import maxint
import itertools
import Queue

try:
    unicode
except NameError:
    unicode = str


def doubled(values):
    return list(imap(lambda value: value * 2, values))


def is_text(value):
    return isinstance(value, unicode)


def first(queue):
    try:
        return queue.get_nowait()
    except Queue.Empty:
        return None


def limit():
    return maxint > 1
