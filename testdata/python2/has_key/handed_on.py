f = d.has_key
filter(d.has_key, keys)
d.has_key(*keys)
d[`a`].has_key
E().has_key \
    (a)
