import hashlib
print hashlib.md5(x).digest().encode("hex").decode("ascii"), hashlib.md5(x).digest().encode("hex")
