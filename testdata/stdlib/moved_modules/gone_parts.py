import new
import sha
i = new.instance(C, {})
print sha.digest_size
