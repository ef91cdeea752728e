a = [b for b  in     1, 2 ]
a = [b for b in 1   ,2   if b]
a = [b for b in 1,  # one
                2   # two
     ]
a = [b
     for b in 1, 2
     for c in 3,
              4]
a =[b for b in"a","b"]
if a: b = [c for c in 1, 2]; d = [e for e in 3, 4]
