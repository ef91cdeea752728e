# What reads the same as a call stays; a tuple becomes one argument.
print ("a")
print("a")
print ((a))
print (a +
       b)
print (x for x in y)
print((a, b))
print(())
print((a,))
print(((a), (b)))
print("a", end=' ')
print((a, b), end=' ')
print("a", file=f)
print(a  # why
            + b, file=f)
def generate():
    print((yield))
    print((yield a), b)
    print((yield), end=' ')
