# py3k-test: --from auto
x = list(range(3)) + [1]
y = list(range(4))
