# py3k-test: --from auto
class Shelf(object):
    def __iter__(self):
        for key in self.keys():
            yield key

    def next(self):
        key, value = self.dict.popitem()
        return key, value


class Cursor(object):
    def next(self):
        return self.rows[self.at]

    def previous(self):
        return self.rows[self.at - 1]
