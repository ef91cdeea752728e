d = {'a': 1, 'b': None}
print sorted(d, key=d.get), sorted(d.values()), max(d.itervalues())
print sorted(d.items(), key=lambda item: (item[1], item[0])), sorted(d.items(), key=lambda item: item[0]), sorted(d)
e = {'a': 1, 'b': 2}
print sorted(e, key=e.get), sorted(e.values())
