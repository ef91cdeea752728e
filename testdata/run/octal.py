print 0777, 010, 00, 0, 01
print 0o17, 0O17, 0b101, 0B1, 0xFf, 0XaB
print -0777, ~017, +010
print 010 + 8, 010*010, 1 if 010 == 8 else 0
print [00, 07, 0100], (0644,), {0755: 'rwx'}
print 0777 & 0700 | 007
print "%o" % 0644, oct(8)[-2:], 0644 >> 3
print 08.5, 09e1, 010.0, 0777e0, 00.5, 0.0, 1e010, 010j
print 0777 .bit_length(), (010).bit_length()
mode = 0
for bit in 0400, 0200, 0100: mode |= bit
print mode == 0700
def chmod(mode=0644, mask=~022): return mode & mask
print chmod(), chmod(0777), chmod(mask=0)
print "0777", '\0101', "\101"
x=[0]*010
print len(x), x[00]
print 0000000010, 0000
if 010<9: print "octal"
print 0777==511 and 0x1F==31
