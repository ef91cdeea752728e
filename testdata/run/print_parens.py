# Where a parenthesis after print ends is what counts.
x = 5
a, b = 2, 3
print (x)
print (x), a
print (x), (a), (b)
print (a, b)
print (a, b), x
print ()
print (),
print "after an empty tuple"
print (a) + (b)
print (a + b) * 2
print (a + b) * 2, x
print ("%s-%s") % (a, b)
print ("%s") % x, "tail"
print ("abc")[1]
print ("abc").upper(), "def"
print (lambda v: v + 1)(a)
print ((a))
print ((a, b))
print ((a), (b))
print (a) == (b), (a) < (b)
print (a) and (b)
print (a) if (b) else (x)
print (a
       + b)
print (a,
       b)
print ("one line "
       "and another")
print ("left "
       "%d") % (
    x)
print (x for x in [1]).next(), "gen"
print [(a), (b)]
print (yes) if 0 else (x) if 1 else None
print (a), # a comment after the comma
print (b) # and one after no comma
