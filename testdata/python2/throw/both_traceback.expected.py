# py3k-test: --from 2 --target 2+3
g.throw(ValueError("text"))
g.throw(ValueError, "text", tb)
