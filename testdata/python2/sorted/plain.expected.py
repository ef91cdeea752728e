from functools import cmp_to_key

xs.sort(key=cmp_to_key(by_age))
ys = sorted(xs, key=cmp_to_key(by_age), reverse=True)
xs.sort()
xs.sort(key=lambda a: a.age)
xs.sort(key=lambda b: b[0], reverse=True)
xs.sort()
xs.sort(key=cmp_to_key(lambda a, b: a.x - b.x))
xs.sort(key=lambda x: repr(x))
sorted(xs, key=f, reverse=True)
sorted(xs, cmp, f)
sorted(xs, by_age, f)
