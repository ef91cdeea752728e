def numbers():
    yield 1


it = iter(x)
print(iter(it.__next__, None), list(map(it.__next__, x)), Thread(target=numbers().__next__))
step = other.__next__
step()
take = numbers().__next__
readline = iter([1]).__next__
self.assertRaises(StopIteration, unknown.__next__)
page = pages.next


class Peek(object):
    def __init__(self, it):
        self._next = it.__next__
        self.button = Button(command=self.__next__)

    def __next__(self):
        return self._next()


def collect(advance, count=1):
    return [advance() for i in (1, 2)]


collect(unknown.__next__), other(unknown.next)
