# py3k-test: --from 2 --target 2+3
print "a",
print "b", "c"
print("d")
