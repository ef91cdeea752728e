class Ref(object):
    def __cmp__(self, other):
        if not isinstance(other, self.__class__):
            return cmp(self.__class__, type(other))
        return cmp(self.key, other.key)


print cmp(type(1), type('')), cmp(type, 1)
