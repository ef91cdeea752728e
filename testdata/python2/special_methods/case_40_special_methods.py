class Version(object):
    def __cmp__(self, other):
        return self.compare(other)

    def __getslice__(self, i, j):
        return self.parts[i:j]

    def __setslice__(self, i, j, parts):
        self.parts[i:j] = parts

    def __delslice__(self, i, j):
        del self.parts[i:j]

    def __coerce__(self, other):
        return None

    def __hex__(self):
        return '0x0'

    def __getitem__(self, i):
        return self.parts[i]


class Parts(list):
    def copy(self):
        return list.__oct__(self, 0, 9)
