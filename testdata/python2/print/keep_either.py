# py3k-test: -f print
# Without a sign of Python 2, this is a call with two arguments.
print ("a", "b")
print ("a")
print()
