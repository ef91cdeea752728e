a, b = coerce(a, b)
both = [f(coerce, x) for x in xs]
