f.xreadlines(5)
xreadlines(f)
