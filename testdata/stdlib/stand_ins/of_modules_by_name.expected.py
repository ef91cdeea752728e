import hashlib, types, urllib.parse


def instance(klass, dict=None):
    made = klass.__new__(klass)
    made.__dict__ = {} if dict is None else dict
    return made


print(16, hashlib.md5(b"x").hexdigest(), 1, urllib.parse.quote("a", 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-'))
made = instance(Some, {"a": 1}), types.ModuleType("m")
