class Same(object):
    def __int__(self):
        return int(self.n) + 0

    def __long__(self):
        return int(self.n) + 0


class Other(object):
    def __int__(self):
        return 4

    def __long__(self):
        return 5
