# py3k-test: -f future
print("a", file=f)
exec "x = `1`"
