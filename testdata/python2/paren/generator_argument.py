print f(x for x in y, *z)
f(*a, x for x in y)
f(x for x in y, **k)
f((x for x in y), *z)
f(a, *[b for b in c], d=(x for x in y))
f(
    x for x in y  # all
    if x,
)
@decorate(x for x in y if x.z, **options)
class C: pass
print sorted(n for n in names if n,), sorted(n for n in names,)
f((x for x in y if g(x for x in z, *w)), *[1 for i in j])
