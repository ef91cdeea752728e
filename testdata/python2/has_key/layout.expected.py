a in d
(a
          + b) in d
# why
a in d
a in d
if a in d:b()
if a not in d: b(); c = e in d
a in d
x = (a in d)
return_ = "a" in d and b
