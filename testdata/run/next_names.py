# next as an attribute, a variable, an alias: not the iterator's.
class Node(object):
    def __init__(self, value, next=None):
        self.value = value
        self.next = next

    def __iter__(self):
        node = self
        while node:
            yield node.value
            node = node.next


class Both(object):
    """Prepared for either Python."""

    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def next(self):
        self.n -= 1
        if self.n < 0: raise StopIteration
        return self.n

    __next__ = next


class Scanner(object):
    def __init__(self, text):
        self.text = text

    def next(self, count):
        taken, self.text = self.text[:count], self.text[count:]
        return taken


chain = Node(1, Node(2, Node(3)))
print list(chain), chain.next.value, chain.next.next.value, chain.next.next.next
chain.next.next.next = Node(4, next=None)
print list(chain), chain.next is not None
node = chain
while node.next: node = node.next
print node.value
print list(Both(3)), next(Both(2)), Both(1).next()
scanner = Scanner("abcdef")
print scanner.next(2), scanner.next(3), scanner.next(count=1)


def function(next):
    return next + 1


def local():
    next = [1, 2]
    return next[0]


print function(1), function(next=2), local()
print next(iter([9])), next(iter([]), "default")
print getattr(chain, 'next').value, dict(next=1)['next']
