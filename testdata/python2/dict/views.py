print d.viewkeys() & e.viewkeys(), len(d.viewitems())
view = d.viewvalues()
for k in d.viewkeys(): print k
