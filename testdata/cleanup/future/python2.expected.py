# py3k-test: --from 2
print("a", "b", 7 / 2, file=f)
exec("x = `1`")
