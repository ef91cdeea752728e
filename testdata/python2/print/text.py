"""print "not this"
print 'nor this'
"""
a = 'print "x"'
b = """
print 'y', `1`, 1 <> 2
"""
printer = print_ = 3
print printer, print_
c = {'print': 1}
print c['print']  # print "a comment"
exec "print 'code'"
