a = 0777L
b = 0777l, 0777L.bit_length()
