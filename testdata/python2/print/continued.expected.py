import sys

print('a', end='')
sys.stdout.write('b\n')
print('c', end='') ; sys.stdout.write('d\n')
print('e', end=' ')
sys.stderr.write('f\n')
print('g', end=' ')
print('h')
for x in xs:
    print(x, end=' ')
sys.stdout.write('\n')
print('Working', end='')
for i in range(3):
    sys.stdout.write('.')
print('i', end=' ')
while x:
    print(x)
