# py3k-test: -f set_literal
set()
set([])
set(())
set(xs)
set(x for x in xs)
self.set([1])
