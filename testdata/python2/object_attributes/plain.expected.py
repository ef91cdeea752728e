print("python 2")

class Pickled(object):
    def __getstate__(self, cls=None):
        if cls is None:
            cls = self.__class__
        state = {}
        for c in cls.__bases__:
            if getattr(c, "__getstate__", None) is not getattr(object, "__getstate__", None):
                state.update(c.__getstate__(self, c))
        return state

def flatten(obj):
    has_getstate = getattr(obj.__class__, '__getstate__', None) is not getattr(object, '__getstate__', None)
    if getattr(obj.__class__, '__getstate__', None) is getattr(object, '__getstate__', None) and getattr(obj.__class__, '__eq__', None) is getattr(object, '__eq__', None):
        return None
    return (getattr(Pickled, '__lt__', None) is not getattr(object, '__lt__', None)) == has_getstate

def of_sum(a, b):
    return getattr((a + b).__class__, '__getstate__', None) is not getattr(object, '__getstate__', None)
