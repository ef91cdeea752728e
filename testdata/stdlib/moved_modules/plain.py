import md5, sha
import exceptions
import sets as s
from new import classobj, instancemethod
from email.MIMEText import MIMEText
import email.Utils
from email import Encoders, message_from_string

try:
    from hashlib import md5 as digest
except ImportError:
    from md5 import md5 as digest

try:
    set
except NameError:
    from sets import Set as set

print md5.new("a").hexdigest(), md5.md5("b"), sha.new("c"), sha.sha("d")
try:
    f()
except (exceptions.ValueError, exceptions.StandardError):
    pass
x = s.Set([1]) | s.ImmutableSet([2])
y = isinstance(x, s.BaseSet)
m = instancemethod(f, x, object)
n = instancemethod(f, x)
C = classobj("C", (), {})
print email.Utils.formatdate(), MIMEText(x), set(y), digest, Encoders.encode_base64(x), message_from_string
