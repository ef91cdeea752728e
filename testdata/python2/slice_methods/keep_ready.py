class A:
    def __getitem__(self, i):
        if isinstance(i, slice):
            return self.data[i]
        return self.data[int(i)]

    def __getslice__(self, i, j):
        return self[slice(i, j)]
