# Changing a dict while looping over a list of what was in it.
def fresh():
    return {'a': 1, 'b': 2, 'c': 3}


d = fresh()
for k in d.keys():
    if d[k] > 1: del d[k]
print d

d = fresh()
for k, v in d.items():
    d[k + k] = v
print len(d), d['cc']

d = fresh()
for k in d.keys(): d.pop(k)
print d

d = fresh()
for v in d.values():
    d[v] = v
print sorted(d[n] for n in (1, 2, 3))

d = fresh()
for k in sorted(d.keys()):
    del d[k]
print len(d)


class Cache(object):
    def __init__(self):
        self.entries = fresh()

    def purge(self, limit):
        for key, value in self.entries.items():
            if value < limit:
                del self.entries[key]
        return self

    def clear(self):
        for key in self.entries.keys(): self.drop(key)

    def drop(self, key):
        del self.entries[key]


cache = Cache().purge(3)
print cache.entries
cache.clear()
print cache.entries
d = fresh()
for i, k in enumerate(d.keys()):
    d[i] = k
print len(d)
d = {'x': {}}
for k in d.keys():
    for n in range(2):
        d[k + `n`] = n
print sorted(d)
