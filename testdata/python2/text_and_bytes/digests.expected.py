# What is hashed comes from callers: text and bytes are both taken.
import hashlib
import hmac
import zlib


def _as_bytes(value):
    """Encodes text, as Python 2 did for digests."""
    return value.encode('utf-8') if isinstance(value, str) else value


def key_of(name):
    return hashlib.md5(name.encode('utf-8') if isinstance(name, str) else name).hexdigest()


def salted(salt, value, secret):
    key = hashlib.sha1(_as_bytes(salt + secret)).digest()
    return hmac.new(key, msg=value.encode('utf-8') if isinstance(value, str) else value, digestmod=hashlib.sha1).hexdigest()


def several(parts):
    digest = hashlib.md5()
    for part in parts:
        digest.update(part.encode('utf-8') if isinstance(part, str) else part)
    return digest.hexdigest()


class Keyed(object):
    def __init__(self, key):
        self.key = key

    def digest(self):
        return hashlib.sha256(self.key).hexdigest(), zlib.crc32(self.key) & 0xffffffff


FUNCTIONS = dict(key=key_of, salted=salted, several=several)


def call(name, *args):
    return FUNCTIONS[name](*args)


print(call('key', 'a name'), call('key', 'text'))
print(call('salted', 'salt', 'value', 'secret'))
print(call('several', ['a', 'b', 'c']))
print(Keyed(b'k').digest())
