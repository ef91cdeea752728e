class Headers(dict):
    def keys(self):
        return [k.upper() for k in dict.keys(self)]

    def iteritems(self):
        return iter(self.items())

    def both(self):
        return self.keys() + self.values(), self.iteritems(), other.keys()

    def nested(self):
        for k in self.keys(): del self[k]
