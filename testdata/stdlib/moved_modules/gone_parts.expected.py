import types
import hashlib


def instance(klass, dict=None):
    made = klass.__new__(klass)
    made.__dict__ = {} if dict is None else dict
    return made


i = instance(C, {})
print(20)
