# py3k-test: --from 2 --target 2+3
"""What it is."""

total = reduce(add, items)
print "total", total
