a  !=  b
a	!=	b
a \
    != b
(a
 !=  # why
 b)
if a != b: c = d != e; f(g != h)
if a!=-1or b!="c": pass
