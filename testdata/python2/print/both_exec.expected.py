# py3k-test: --from 2 --target 2+3
import sys
exec(code, names)
print("a")
print(("a", "b"))
print "a", "b"
print >>sys.stderr, "a"
print
