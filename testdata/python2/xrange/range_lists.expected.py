numbers = list(range(5))
numbers.append(9)
print(list(range(3)), list(range(2)) + [7], [0] + list(range(2)), list(range(2)) * 2)
print(list(range(4))[1:3], range(4)[-1], len(range(4)), 2 in range(4), list(range(3)) == [0, 1, 2])
for i in range(3): print(i)
print([i for i in range(2)], sum(range(4)), sorted(range(3)), list(range(2)), set(range(1)))
def make(n): return list(range(n))
a, b = range(2)
x = y = list(range(2))
z = x, y = list(range(2))
f(*range(3)); f(list(range(3))); f(k=list(range(3)))
if range(n): pass
w = list(range(n)) or [1]
for i in range(n) or [1]: pass
for i, j in enumerate(range(2)): pass
for i, j in zip(range(2), range(3)): pass
v = {'k': list(range(2))}; v['k'].extend(range(3)); random.shuffle(list(range(3)))
t = max(range(3)), max(list(range(3)), list(range(4))), reversed(range(3)), iter(range(3)), ','.join(range(3))
order = list(range(
    # the first
    1,
    n))
