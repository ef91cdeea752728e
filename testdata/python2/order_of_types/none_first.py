import operator


class Job(object):
    best = worst = None
    size = 0

    def __init__(self, name, prio=None, cost=0):
        self.name, self.prio = name, prio
        self.cost = cost

    def see(self, n):
        if n > self.best:
            self.best = n


jobs.sort(key=lambda job: job.prio)
jobs.sort(key=lambda job: job.cost)
first = min(jobs, key=lambda job: job.prio, default=3)
by_worst = sorted(jobs, key=operator.attrgetter('worst'), reverse=True)
by_name = sorted(jobs, key=operator.attrgetter('name'))
by_get = sorted(rows, key=lambda row: row.get('n'))
by_get_or = sorted(rows, key=lambda row: row.get('n', 0))
rows = [(2, 'b'), (None, 'x')]
rows.sort()
print sorted([('a', None), ('a', 1)]), sorted([('a', None), ('b', 1)]), min([(1, None), (1, 0)])


def biggest(xs):
    m = None
    for x in xs:
        m = max(m, x)
    return m


def guarded(xs):
    m = None
    for x in xs:
        if m is None:
            m = x
        m = max(m, x)
    return m


by_pair = sorted(jobs, key=lambda job: (job.prio, job.name))
items = [{'n': 'b', 'p': None}, {'n': 'a', 'p': 2}]
items.sort(key=lambda item: item['p'])
items.sort(key=lambda item: item['n'])
items.sort(lambda x, y: cmp(x['p'], y['p']))
items.sort(lambda x, y: cmp(x['n'], y['n']))
top = None
for v in [5, 2, 8]:
    if v > top:
        top = v
last = None
for v in [5, 2, 8]:
    if last is not None and v < last:
        break
    last = v
