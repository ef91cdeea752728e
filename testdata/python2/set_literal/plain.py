# py3k-test: -f set_literal
a = set([1, 2])
b = set((x,))
c = set( [ f(x) for x in xs ] )
d = set((  # all
    1, 2))
e = set([set([1]), 2,])
