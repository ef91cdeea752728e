d.has_key(`a`)
d.has_key(e.has_key(a))
d[`a`].has_key(0777)
print d.has_key(a), not d.has_key(b),
not d.has_key(a <> b)
raise E, d.has_key(10L)
