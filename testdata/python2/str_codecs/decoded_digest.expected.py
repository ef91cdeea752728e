import hashlib
print(hashlib.md5(x).hexdigest(), hashlib.md5(x).hexdigest())
