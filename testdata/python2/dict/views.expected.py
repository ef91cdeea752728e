print(d.keys() & e.keys(), len(d.items()))
view = d.values()
for k in d.keys(): print(k)
