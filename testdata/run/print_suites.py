# print in suites that share a line with something else.
def one(): print "one"
def two(): print "two"; print "three"
def three(flag):
    if flag: print "yes"
    else: print "no"
    for i in (1, 2): print i,; print "-",
    print "loop over"
    while flag: print "while"; break
    else: print "else of while"
    try: print "try"; raise ValueError("x")
    except ValueError: print "except"
    finally: print "finally"
    if flag: print
    elif not flag: print "elif"; return "elif"
    print "a"; print "b",; print "c"
    return "end"


class Loud: print "in a class"; value = 3


one()
two()
print three(True)
print three(False)
if Loud.value: print Loud.value,
print "x"; print "y" ; print "z";
if 1:
    print "semicolon at the end";
if 1: pass; print "after pass"
for c in "ab": print c * 2
x = 1; print x; x = 2; print x
