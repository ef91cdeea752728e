items = [{'n': 'b', 'p': None}, {'n': 'a', 'p': 2}, {'n': 'c', 'p': 1}]
items.sort(key=lambda i: i['p'])
print [i['n'] for i in items]
items.sort(key=lambda i: (i['p'], i['n']), reverse=True)
print [i['n'] for i in items]
top = None
for v in [5, 2, 8]:
    if v > top:
        top = v
print top


class T(object):
    def __init__(self, name, due=None):
        self.name, self.due = name, due


ts = [T('a', 3), T('b'), T('c', 1)]
print [t.name for t in sorted(ts, key=lambda t: (t.due, t.name))]


def lowest(xs):
    low = None
    for x in xs:
        if low > x:
            low = x
    return low


print lowest([3, 1])
