d . has_key ( a )
d.has_key(a
          + b)
d.has_key(  # why
    a)
d.has_key(a,)
if d.has_key(a):b()
if not  d.has_key(a): b(); c = d.has_key(e)
d \
    .has_key(a)
x = (d
     .has_key(a))
return_ = d.has_key("a")and b
