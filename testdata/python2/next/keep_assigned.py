def f(g):
    gnext = g.next
    for x in g:
        pass
    return gnext


class Reader:
    def __init__(self, it, node):
        self.read = it.next
        node = node.next
