import re
a = re.compile(b'x', re.U)
b = re.compile(b'(?u)x')
PATTERN = b'x'
c = re.match(PATTERN, s, re.UNICODE)
