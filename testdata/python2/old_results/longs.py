n = 12345678901234567890
print repr(n)[:-1], repr(5)[:-1], repr(123456789012345678901)[:-1]
print hex(255L), hex(n), hex(255), hex(255L)[2:], hex(n).rstrip('L')
print '%#o' % 8, 'a %#o b' % n, '%%#o' % (), '%#x' % 8, '%#5o' % 8
