# Some lines end in CR LF, some in LF.
text = """a
b
"""
print len(text), `text`
if 1 <> 2:
    print "x"
    print "y"
d = {'k': 1}
for k in d.keys():
    del d[k]
print d
try: raise ValueError, "v"
except ValueError, e: print e
