f = lambda (k, v): `k` + "=" + `v`
g = lambda (a, b): a <> b and d.has_key(a)
def h((a, b), c=0777L):
    print "%s" % a, lambda (x, y): x <> y
