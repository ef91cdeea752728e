# What reads the same as a call stays; a tuple becomes one argument.
print ("a")
print("a")
print ((a))
print (a +
       b)
print (x for x in y)
print (a, b)
print ()
print (a,)
print ((a), (b))
print ("a"),
print ((a, b)),
print >>f, ("a")
print >>f, (a  # why
            + b)
def generate():
    print (yield)
    print (yield a), b
    print (yield),
