print (a), b
print (a), (b)
print (a, b), c
print (a) % b
print (a) + (b)
print (a).b
print (a)[0]
print (a)(b)
print (a) if (b) else (c)
print (a) and (b)
print (a) == (b), (c)
print ("%s"
       "%s") % (a,
                b), c
