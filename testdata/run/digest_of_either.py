# What is hashed comes from callers: text and bytes are both taken.
import hashlib
import hmac
import zlib


def key_of(name):
    return hashlib.md5(name).hexdigest()


def salted(salt, value, secret):
    key = hashlib.sha1(salt + secret).digest()
    return hmac.new(key, msg=value, digestmod=hashlib.sha1).hexdigest()


def several(parts):
    digest = hashlib.md5()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


class Keyed(object):
    def __init__(self, key):
        self.key = key

    def digest(self):
        return hashlib.sha256(self.key).hexdigest(), zlib.crc32(self.key) & 0xffffffff


FUNCTIONS = dict(key=key_of, salted=salted, several=several)


def call(name, *args):
    return FUNCTIONS[name](*args)


print call('key', 'a name'), call('key', u'text')
print call('salted', 'salt', 'value', 'secret')
print call('several', ['a', 'b', 'c'])
print Keyed('k').digest()
