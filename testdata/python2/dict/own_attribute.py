class Items:
    def __init__(self, items):
        self.iteritems = iter(items)
        self.items = []

    def first(self):
        return self.iteritems.next()


class Other:
    def first(self, d):
        return map(d.iterkeys, [])
