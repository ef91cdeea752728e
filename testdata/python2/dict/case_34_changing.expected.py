import importlib

for k in list(d.keys()): del d[k]
for k, v in list(d.items()):
    if v > 3:
        d.pop(k)
for k in d.keys():
    d[k] = d[k] + 1  # no new key
for k, v in list(d.items()):
    d[v] = k
for v in list(d.values()):
    d[v] = v
for i, k in enumerate(list(d.keys())): d[i] = k
for k in list(d.keys()):
    change(d, k)
for k in d.keys():
    print(len(d), sorted(d), d.get(k))
for k in sorted(d.keys()): del d[k]
print([d.pop(k) for k in list(d.keys())])
for k in list(globals().keys()): pass
for k in list(self.__dict__.keys()): delattr(self, k)
for module in list(sys.modules.keys()): importlib.reload(module)


class Cache(object):
    def purge(self):
        for key in list(self.entries.keys()): self.drop(key)
        for key in self.others.keys(): self.drop(key)
        for c in list(self.connections.values()): c.close()

    def drop(self, key):
        del self.entries[key]
        self.names.pop(key)

    def __iter__(self):
        for k in list(self.entries.keys()): yield k
        for k in self.others.keys(): yield k


def spread():
    for k in list(registry.keys()): register(k)
    for k in other.keys(): register(k)


def register(k):
    registry[k + 1] = k


registry = {}
other = {}
