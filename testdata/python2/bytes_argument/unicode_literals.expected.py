import hashlib
print(b'a'.decode('utf-8'), hashlib.md5(b'a'), hashlib.md5('\u20ac'))
