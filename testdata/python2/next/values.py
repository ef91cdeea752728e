def numbers():
    yield 1


it = iter(x)
print iter(it.next, None), map(it.next, x), Thread(target=numbers().next)
step = other.next
step()
take = numbers().next
readline = iter([1]).next
self.assertRaises(StopIteration, unknown.next)
page = pages.next


class Peek(object):
    def __init__(self, it):
        self._next = it.next
        self.button = Button(command=self.next)

    def next(self):
        return self._next()


def collect(advance, count=1):
    return [advance() for i in 1, 2]


collect(unknown.next), other(unknown.next)
