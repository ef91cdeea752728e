# py3k-test: --target 2+3
print ("a", "b")
