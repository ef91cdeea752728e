for line in f: print(line)
for line in (a or b):
    pass
read = f.__iter__
rest = [x for x in open(repr(n))]
