next = 3
print it.next()


class A:
    def next(self):
        return it.next()
