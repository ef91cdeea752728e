class Base(object):
    def has_key(self, key):
        return 1
