# Comments in every gap.
d = {'a': 1}   # a dict
print d.has_key(   # open
    'a'            # key
)                  # close
x = (d             # the dict
     .has_key(     # its method
         'b'))     # and key
print x
if (1 <>           # not
        2):        # equal
    # before the print
    print "differ"  # after it
    # after the print
try:  # try
    raise ValueError, (   # raise
        "text"            # value
    )
except ValueError, e:  # except
    # before the body
    print e  # body
finally:  # finally
    pass
print ("a",   # first
       "b")   # second
print "a", \
    "b"  # end
print [
    x  # element
    for x in 1, 2  # bare
]
def f((a,   # first of the pair
       b),  # second
      c=010):  # octal
    # comment before the body
    return a + b + c  # sum


print f((1, 2))  # called
#print "commented out"
for k in d.keys():  # the keys
    print k  # one
print `d`  # backticks `in` a comment
exec "y = 1" in d  # scope
print d['y']  # was made
class C(object):  # class
    # about next
    def __nonzero__(self):  # method
        return False  # result


print not C()  # end
    # an indented comment at the end
