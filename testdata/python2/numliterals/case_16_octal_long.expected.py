a = 0o777
b = 0o777, 0o777.bit_length()
