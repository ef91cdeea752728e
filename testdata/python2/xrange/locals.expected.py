def f(n, xs):
    rows = range(n)
    for i in rows:
        print(i, rows[i], len(rows), i in rows)
    numbers = list(range(n))
    numbers[0] = 1
    letters = list(range(n))
    letters.append(n)
    columns = list(range(n))
    del columns[0]
    more = list(range(n))
    more += xs
    first = last = list(range(n))
    given = list(range(n))
    return sum(more), sum(first), g(given)


def g(order=None):
    order = range(3)
    for i in order:
        yield i
    values = list(range(3))
    callback(lambda: values)


rows = list(range(3))
for i in rows: pass
