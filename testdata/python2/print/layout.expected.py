print("a"  ,   b)
print("a	b")
print("a", \
    b)
print("a", end=' ') # why
print("b", end=' ')   # and why
print((a +   # first
       b), c) # second
print([a,
       # alone
       b], {
    'c':   # why
        d,
})
print("a") ;   print("b")   ;
print("""
  text
    text""", 'b')
print("# no comment", '#', """#
# neither"""); print("a")
