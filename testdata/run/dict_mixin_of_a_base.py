# keys() is a subclass's, perhaps of another file.
import UserDict


class Files(UserDict.DictMixin):

    def create(self, key):
        pass


class Memory(Files):

    def __init__(self):
        self.files = {}

    def keys(self):
        return self.files.keys()

    def __getitem__(self, key):
        return self.files[key]

    def __setitem__(self, key, value):
        self.files[key] = value

    def __delitem__(self, key):
        del self.files[key]


memory = Memory()
memory['a'] = 1
print memory.items(), len(memory), 'a' in memory
