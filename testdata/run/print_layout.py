# Line ends, comments and blanks inside a statement.
a, b = 1, 2
print "back", \
    "slash"
print \
    "start"
print a, \
      b, \
      a + b
print a, b,   # keeps the comma
print "and goes on"   # end
print "sum:", (a +   # first
               b)    # second
print [a,
       # alone
       b], {
    'key':   # why
        "value",
}
print   "many   blanks"  ,   a
print	"a	tab"
print"%s" % (
    "deep"
), "er"
if a:
    # before
    print "inside"
    # after
if a: # on the header
    print "below"
print """
  text in lines
    keeps its blanks""", 'tail'
print '''quote "inside" it''', "it's", 'say "x"'
print "# no comment", '#', """#
# neither"""; print "done"   ;   print "twice"
