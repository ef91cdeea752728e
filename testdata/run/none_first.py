class Job(object):
    def __init__(self, name, prio=None):
        self.name, self.prio = name, prio


class Range(object):
    lo = hi = None

    def add(self, n):
        if self.lo is None or n < self.lo:
            self.lo = n
        if n > self.hi:
            self.hi = n


jobs = [Job('a', 3), Job('b'), Job('c', 1)]
jobs.sort(key=lambda j: j.prio)
print [j.name for j in jobs]
jobs.sort(key=lambda j: j.prio, reverse=True)
print [j.name for j in jobs], min(jobs, key=lambda j: j.prio).name

rows = [(2, 'b'), (None, 'x'), (1, 'a')]
rows.sort()
print rows
print sorted([('a', None), ('a', 1)]), min([(1, None), (1, 0)])

d = {'a': {'n': 2}, 'b': {}}
print sorted(d, key=lambda k: d[k].get('n'))


def biggest(xs):
    m = None
    for x in xs:
        m = max(m, x)
    return m


print biggest([3, 7, 5]), biggest([])
r = Range()
for n in (5, 2, 9):
    r.add(n)
print r.lo, r.hi
