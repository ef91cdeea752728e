class OrderedDict(dict):
    def sort(self, fn=None):
        self._list.sort(fn)
