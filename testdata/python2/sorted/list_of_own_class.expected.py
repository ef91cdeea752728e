from functools import cmp_to_key

class Ordered(dict):
    def __init__(self):
        self._list = []
        self._other = None
    def __setstate__(self, state):
        self._list = state[1]
    def sort(self, fn=None):
        self._list.sort(key=cmp_to_key(fn) if fn else None)
        self._other.sort(fn)
