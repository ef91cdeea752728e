import md5, sha, new, urllib

print md5.digest_size, md5.new("x").hexdigest(), sha.blocksize, urllib.quote("a", urllib.always_safe)
made = new.instance(Some, {"a": 1}), new.module("m")
