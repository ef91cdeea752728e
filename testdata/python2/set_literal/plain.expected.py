# py3k-test: -f set_literal
a = {1, 2}
b = {x}
c = { f(x) for x in xs }
d = {  # all
    1, 2}
e = {{1}, 2,}
