class D(dict):
    def knows(self, k):
        return dict.has_key(self, k) or hasattr(self, 'has_key')
