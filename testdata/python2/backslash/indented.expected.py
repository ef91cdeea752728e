helper = 1
if helper:
    print(helper)
\
\
   # not this one
helper = 2
