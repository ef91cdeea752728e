class Items:
    def __init__(self, items):
        self.iteritems = iter(items)
        self.items = []

    def first(self):
        return next(self.iteritems)


class Other:
    def first(self, d):
        return list(map(d.keys, []))
