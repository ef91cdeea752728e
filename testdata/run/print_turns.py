import sys


def loud(n):
    print 'in', n
    return n


print 'sum:', loud(1)
print 'a\n', loud(2), 'b'
print loud(3), 'c'
print 'Working',
for i in range(3):
    sys.stdout.write('.')
print 'done'
print 'x',
sys.stdout.write('y\n')
