# The three parts of sys.exc_info() put back together.
import sys
import traceback


class Custom(Exception):
    def __init__(self, a, b):
        Exception.__init__(self, a, b)
        self.a, self.b = a, b


def fail():
    raise Custom("x", "y")


def by_index():
    try:
        fail()
    except Custom:
        ei = sys.exc_info()
        raise ei[0], ei[1], ei[2]


def by_name():
    try:
        fail()
    except Exception:
        kind, value, tb = sys.exc_info()
        raise kind, value, tb


def by_attribute():
    class Holder(object):
        pass
    holder = Holder()
    try:
        fail()
    except Exception:
        holder.info = sys.exc_info()
    raise holder.info[0], holder.info[1], holder.info[2]


def bare():
    try:
        fail()
    except Custom, e:
        e.b = "changed"
        raise


def one_line():
    try: fail()
    except: info = sys.exc_info(); raise info[0], info[1], info[2]


for function in by_index, by_name, by_attribute, bare, one_line:
    try:
        function()
    except Custom, e:
        last = traceback.extract_tb(sys.exc_info()[2])[-1]
        print function.__name__, e.a, e.b, last[2]
