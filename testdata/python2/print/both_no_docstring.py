# py3k-test: --from 2 --target 2+3
# A comment that begins the file.

# About x.
x = 1
print x
