import collections.abc
from collections.abc import MutableMapping as Mixin
from elsewhere import Base


class Own(collections.abc.MutableMapping):
    def __getitem__(self, key):
        return 1

    def keys(self):
        return ['a']

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(list(self.keys()))

    def __setitem__(self, key, value):
        raise TypeError("items can't be set")

    def __delitem__(self, key):
        raise TypeError("items can't be deleted")


class Store:
    def keys(self): return []
    def __len__(self): return 0


class Both(Store, Mixin):
    def __setitem__(self, key, value):
        pass  # never kept

    def __iter__(self):
        return iter(self.keys())

    def __delitem__(self, key):
        raise TypeError("items can't be deleted")


class Unknown(Base, Mixin):
    def keys(self): return []


class Complete(Mixin):
    def keys(self): return []
    def __iter__(self): return iter([])
    def __len__(self): return 0
    def __setitem__(self, k, v): pass
    def __delitem__(self, k): pass
