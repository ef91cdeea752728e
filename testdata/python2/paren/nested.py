a = [`b` for b in `c`, 0777]
a = [b for b in c <> d, [e for e in 1, 2]]
a = `[b for b in 1, 2]`
print [b for b in 1, 2],
a = [b for b in 10L, d.has_key(e)]
