import types
import hashlib
i = types.instance(C, {})
print(hashlib.digest_size)
