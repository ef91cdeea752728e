import UserDict
from UserDict import DictMixin as Mixin
from elsewhere import Base


class Own(UserDict.DictMixin):
    def __getitem__(self, key):
        return 1

    def keys(self):
        return ['a']


class Store:
    def keys(self): return []
    def __len__(self): return 0


class Both(object, Store, Mixin):
    def __setitem__(self, key, value):
        pass  # never kept


class Unknown(Base, Mixin):
    def keys(self): return []


class Complete(Mixin):
    def keys(self): return []
    def __iter__(self): return iter([])
    def __len__(self): return 0
    def __setitem__(self, k, v): pass
    def __delitem__(self, k): pass
