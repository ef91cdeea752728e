def f(n, xs):
    rows = range(n)
    for i in rows:
        print i, rows[i], len(rows), i in rows
    numbers = range(n)
    numbers[0] = 1
    letters = range(n)
    letters.append(n)
    columns = range(n)
    del columns[0]
    more = range(n)
    more += xs
    first = last = range(n)
    given = range(n)
    return sum(more), sum(first), g(given)


def g(order=None):
    order = range(3)
    for i in order:
        yield i
    values = range(3)
    callback(lambda: values)


rows = range(3)
for i in rows: pass
