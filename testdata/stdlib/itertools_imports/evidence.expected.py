# py3k-test: --from auto

pairs = list(zip(a, b))
print(pairs[0], zip(a, b))
