x = b"a" b"b"
y = 'a' 'b'
z = (b"a"
     br'b'   # raw
     b'c')
w = '' '' ''
print('' '', ""'a'"b")
print(not x, b"a" in b"b" b"c")
