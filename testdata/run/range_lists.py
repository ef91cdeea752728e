# range() as the list that it was.
numbers = range(5)
numbers.append(9)
print numbers
print range(3), range(2, 5), range(6, 0, -2)
print range(3) + [7], [0] + range(2), range(2) * 2
print range(4)[1:3], range(4)[0], len(range(4))
r = range(3)
r[0] = "first"
print r
r.reverse()
print r
for i in range(3): print i,
print "."
print [i for i in range(2)], sum(range(4)), 2 in range(4)
print sorted(range(3)), list(range(2)), tuple(range(2)), set(range(1)) == set([0])
def make(n): return range(n)
print make(3), make(2) + make(1)
pair = (range(1), range(2))
print pair
print {'k': range(2)}['k']
a = b = range(2)
a += [5]
print a, b
print "%s" % range(2), `range(2)`, str(range(1))
print range(3) == [0, 1, 2], range(0) or "empty"
x, y, z = range(3)
print x, y, z
order = range(4)
order.sort(reverse=True)
print order, range(5).index(3)
print order.pop(), range(2).pop()
