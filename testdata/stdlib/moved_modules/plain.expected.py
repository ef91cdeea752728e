import hashlib
import builtins as s
from types import MethodType
from email.mime.text import MIMEText
import email.utils
from email import encoders, message_from_string
import builtins

from hashlib import md5 as digest

try:
    set
except NameError:
    pass

print(hashlib.md5("a").hexdigest(), hashlib.md5("b"), hashlib.sha1("c"), hashlib.sha1("d"))
try:
    f()
except (ValueError, Exception):
    pass
x = s.set([1]) | s.frozenset([2])
y = isinstance(x, (set, frozenset))
m = MethodType(f, x)
n = MethodType(f, x)
C = type("C", (), {})
print(email.utils.formatdate(), MIMEText(x), set(y), digest, encoders.encode_base64(x), message_from_string)
