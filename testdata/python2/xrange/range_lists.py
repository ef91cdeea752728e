numbers = range(5)
numbers.append(9)
print range(3), range(2) + [7], [0] + range(2), range(2) * 2
print range(4)[1:3], range(4)[-1], len(range(4)), 2 in range(4), range(3) == [0, 1, 2]
for i in range(3): print i
print [i for i in range(2)], sum(range(4)), sorted(range(3)), list(range(2)), set(range(1))
def make(n): return range(n)
a, b = range(2)
x = y = range(2)
z = x, y = range(2)
f(*range(3)); f(range(3)); f(k=range(3))
if range(n): pass
w = range(n) or [1]
for i in range(n) or [1]: pass
for i, j in enumerate(range(2)): pass
for i, j in zip(range(2), range(3)): pass
v = {'k': range(2)}; v['k'].extend(range(3)); random.shuffle(range(3))
t = max(range(3)), max(range(3), range(4)), reversed(range(3)), iter(range(3)), ','.join(range(3))
order = range(
    # the first
    1,
    n)
