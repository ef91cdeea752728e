# py3k-test: --from auto
x = range(3) + [1]
y = range(4)
