import random
import sys


def f(x, seed):
    try:
        x()
    except IOError:
        t = sys.exc_info()
        raise
    except ValueError:
        pass
    except (TypeError, KeyError):
        raise
    random.seed()
    f = open(x, 'rb')
    f.seek(-1, 2)
    g = open(x)
    g.seek(0, 2)
    return repr(t), hasattr(x, 'y'), hash


class A(object):
    def __getattr__(self, name):
        return getattr(self.x, name)

    def __hash__(self):
        return hash('a') ^ 2


class B:
    def __getattr__(self, name):
        raise AttributeError(name)
