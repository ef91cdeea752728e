class Wrapper(object):
    def __init__(self, it):
        self.next = it.next

    def first(self):
        return self.next()


print it.next()
