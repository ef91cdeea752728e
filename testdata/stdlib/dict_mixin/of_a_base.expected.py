# keys() is a subclass's, perhaps of another file.
import collections.abc


class Files(collections.abc.MutableMapping):

    def create(self, key):
        pass

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(list(self.keys()))

    def __setitem__(self, key, value):
        raise TypeError("items can't be set")

    def __delitem__(self, key):
        raise TypeError("items can't be deleted")


class Memory(Files):

    def __init__(self):
        self.files = {}

    def keys(self):
        return list(self.files.keys())

    def __getitem__(self, key):
        return self.files[key]

    def __setitem__(self, key, value):
        self.files[key] = value

    def __delitem__(self, key):
        del self.files[key]


memory = Memory()
memory['a'] = 1
print(list(memory.items()), len(memory), 'a' in memory)
