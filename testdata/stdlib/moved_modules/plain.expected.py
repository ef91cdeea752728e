import hashlib
from types import MethodType
from email.mime.text import MIMEText
import email.utils
from email import encoders, message_from_string

from hashlib import md5 as digest

try:
    set
except NameError:
    pass

print(hashlib.md5(b"a").hexdigest(), hashlib.md5(b"b"), hashlib.sha1(b"c"), hashlib.sha1(b"d"))
try:
    f()
except (ValueError, Exception):
    pass
x = set([1]) | frozenset([2])
y = isinstance(x, (set, frozenset))
m = MethodType(f, x)
n = MethodType(f, x)
C = type("C", (), {})
print(email.utils.formatdate(), MIMEText(x), set(y), digest, encoders.encode_base64(x), message_from_string)
