n = 12345678901234567890
print(repr(n), repr(5)[:-1], repr(123456789012345678901))
print(hex(255), hex(n), hex(255), hex(255)[2:], hex(n).rstrip('L'))
print('0%o' % 8, 'a 0%o b' % n, '%%#o' % (), '%#x' % 8, '%#5o' % 8)
