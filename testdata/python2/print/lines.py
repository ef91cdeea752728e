import sys

for line in open(p):
    print line,
f = file(p)
for text in f:
    print 'x', text,
for row in sys.stdin.readlines():
    print row,
for row2 in sys.stdin:
    row2 = row2.strip()
    print row2,
for item in items:
    print item,
