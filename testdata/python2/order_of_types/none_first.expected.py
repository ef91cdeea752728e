import operator


class Job(object):
    best = worst = None
    size = 0

    def __init__(self, name, prio=None, cost=0):
        self.name, self.prio = name, prio
        self.cost = cost

    def see(self, n):
        if self.best is None or n > self.best:
            self.best = n


jobs.sort(key=lambda job: (job.prio is not None, job.prio))
jobs.sort(key=lambda job: job.cost)
first = min(jobs, key=lambda job: (job.prio is not None, job.prio), default=3)
by_worst = sorted(jobs, key=lambda x: (x.worst is not None, x.worst), reverse=True)
by_name = sorted(jobs, key=operator.attrgetter('name'))
by_get = sorted(rows, key=lambda row: (row.get('n') is not None, row.get('n')))
by_get_or = sorted(rows, key=lambda row: row.get('n', 0))
rows = [(2, 'b'), (None, 'x')]
rows.sort(key=lambda row: [(x is not None, x) for x in row])
print(sorted([('a', None), ('a', 1)], key=lambda row: [(x is not None, x) for x in row]), sorted([('a', None), ('b', 1)]), min([(1, None), (1, 0)], key=lambda row: [(x is not None, x) for x in row]))


def biggest(xs):
    m = None
    for x in xs:
        m = max(m, x, key=lambda x: (x is not None, x))
    return m


def guarded(xs):
    m = None
    for x in xs:
        if m is None:
            m = x
        m = max(m, x)
    return m


by_pair = sorted(jobs, key=lambda job: ((job.prio is not None, job.prio), job.name))
items = [{'n': 'b', 'p': None}, {'n': 'a', 'p': 2}]
items.sort(key=lambda item: (item['p'] is not None, item['p']))
items.sort(key=lambda item: item['n'])
items.sort(key=lambda x: x['p'])
items.sort(key=lambda x: x['n'])
top = None
for v in [5, 2, 8]:
    if top is None or v > top:
        top = v
last = None
for v in [5, 2, 8]:
    if last is not None and v < last:
        break
    last = v
