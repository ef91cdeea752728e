print "python 2"

class Pickled(object):
    def __getstate__(self, cls=None):
        if cls is None:
            cls = self.__class__
        state = {}
        for c in cls.__bases__:
            if hasattr(c, "__getstate__"):
                state.update(c.__getstate__(self, c))
        return state

def flatten(obj):
    has_getstate = hasattr(obj, '__getstate__')
    if not hasattr(obj.__class__, '__getstate__') and not hasattr(obj, '__eq__'):
        return None
    return hasattr(Pickled, '__lt__') == has_getstate

def of_sum(a, b):
    return hasattr(a + b, '__getstate__')
