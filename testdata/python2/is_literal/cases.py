import sys
print 1
if x is 'a' or y is not "b": pass
if x is  not 5 and not y is 5.0: pass
if x is (-1): pass
if 'a' is x is not u'b' is y: pass
if x is () or () is not x: pass
if x is (1, 'a'): pass
if x is'a'or 1 is x: pass
if f(x) is 0x10 or x is 5L or x is 1j: pass
if x is 'a' 'b' or x is b'a' or x is r"c": pass
if x is \
   not 'a': pass
if (x is  # why
        'a'): pass
y = [z for z in x if z is not '']
if sys.argv[1] is ('a'): print `x is 'a'`
