import sys
print(1)
if x == 'a' or y != "b": pass
if x != 5 and not y == 5.0: pass
if x == (-1): pass
if 'a' == x != 'b' == y: pass
if x == () or () != x: pass
if x == (1, 'a'): pass
if x =='a'or 1 == x: pass
if f(x) == 0x10 or x == 5 or x == 1j: pass
if x == 'a' 'b' or x == b'a' or x == r"c": pass
if x != 'a': pass
if (x ==  # why
        'a'): pass
y = [z for z in x if z != '']
if sys.argv[1] == ('a'): print(repr(x == 'a'))
