# & binds before ^, and ^ before |.
a, b, c = 12, 10, 6
print a ^ b & c, (a ^ b) & c, a | b ^ c & a, a & b ^ c, `a ^ b & c`
x = 5
x ^= 3
x &= 6
print x, x ^ 1 & 2 == 0
