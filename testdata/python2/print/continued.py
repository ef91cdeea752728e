import sys

print 'a',
sys.stdout.write('b\n')
print 'c', ; sys.stdout.write('d\n')
print 'e',
sys.stderr.write('f\n')
print 'g',
print 'h'
for x in xs:
    print x,
sys.stdout.write('\n')
print 'Working',
for i in range(3):
    sys.stdout.write('.')
print 'i',
while x:
    print x
