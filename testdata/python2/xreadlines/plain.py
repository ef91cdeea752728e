for line in f.xreadlines(): print line
for line in (a or b).xreadlines( ):
    pass
read = f.xreadlines
rest = [x for x in open(`n`).xreadlines()]
