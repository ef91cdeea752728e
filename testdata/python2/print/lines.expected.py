import sys

for line in open(p):
    print(line, end='')
f = open(p)
for text in f:
    print('x', text, end='')
for row in sys.stdin.readlines():
    print(row, end='')
for row2 in sys.stdin:
    row2 = row2.strip()
    print(row2, end=' ')
for item in items:
    print(item, end=' ')
