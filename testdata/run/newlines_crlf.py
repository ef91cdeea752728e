# Lines end in CR LF.
text = """one
two
"""
print len(text), `text`
print "a", \
    "b"
d = {'k': 1}
if d.has_key('k'):
    print "k"
    for k in d.keys(): del d[k]
try:
    raise ValueError, """x
y"""
except ValueError, (e,):
    print `e`
def f((a, b),
      c=0777):
    # a comment
    return a + b + c


print f((1, 2)), [x for x in 1,
                  2]
print "no newline at the end"