# A long's own repr ends in L, so only str() of one is printed.
print 1L, 1l, 0L, 0l, 00L, 123456789012345678901234567890L
print 0777L, 0777l, 0xFFL, 0XffL, 0o17L, 0b101L
print 10L + 5, 2L ** 70, -3L, ~0L
print 1L == 1, 5L // 2L, 7L % 4, 3L * 1.5
print -7L.__neg__(), 7L.__add__(1L) == 8, 5L .bit_length()
print -7L.__index__() + 0, (7L).bit_length(), 0xFFL.bit_length()
print 0777L.bit_length(), 0L.bit_length()
print int(3L), float(2L), abs(-4L)
print sum([1L, 2L, 3L]), max(1L, 2)
print "%d %x %s" % (10L, 255L, 7L)
print [n for n in range(5) if n == 2L]
print {1L: 'one'}[1], (5L,)[0], "abc"[1L]
print 1L if 1L else 2L
print 1L<2L, 3L and 4L, not 0L
print 0xdeadbeefL, 0x7fffffffffffffffL
print 1L-1L, 1L.real, 2L.denominator
print "10L", '0777L', 0xAL, 0xEL, 0x1eL
print isinstance(1L, (int, long)), 1L is not None
def f(n=10L, *rest): return n * 2L
print f(), f(2L)
print 1e5, 1E5, 1.5e3, 1J, 2.5j, 0xE + 1
