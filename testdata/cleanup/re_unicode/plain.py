import re
a = re.compile(r'\w', re.U)
b = re.match(r'\w', s, re.UNICODE)
c = re.sub(r'\w', '', s, 0, re.U)
d = re.sub(r'\w', '', s, flags=re.U, count=1)
e = re.split(r'\W', s, maxsplit=2, flags=re.UNICODE)
f = re.compile(pattern, re.U).findall(s)
