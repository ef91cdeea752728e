def loud(n):
    print('in', n)
    return n


def quiet(n):
    return n


print('sum:', end=' ')
print(loud(1))
print('a\n', end='')
print(loud(2), 'b')
print(loud(3), 'c')
print('d', quiet(4))
print('e', loud(5), file=out)
print('f', loud(6), end=' ')
if n: print('g', end=' '); print(loud(7))
print('x', loud)
