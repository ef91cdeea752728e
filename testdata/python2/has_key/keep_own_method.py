class C:
    def __init__(self):
        self.d = {}

    def has_key(self, k):
        return k in self.d

    def __contains__(self, k):
        return self.has_key(k)

    def both(self, ks):
        return [self.has_key(k) for k in ks]
