x = 1 + \
    2
if x:
  \
    y = "\\"
\
# a comment
\
z = 1 \

# no code \
