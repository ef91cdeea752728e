x = apply(f, args)
y = apply(f, args, options)
apply(f, (a, b) + rest)
apply(f or g, (a, b), options)
apply(Base.__init__, (self,) + args)
apply(f); apply(f, ())
if apply(f, [a]): print apply(f, (), options)
v = apply(lambda a: a, (`x`, d.has_key(k)))
z = apply(f,   # why
          args,
          options)
called = map(apply, fs)
