x = b'\x95\x5c'
y = '表'
