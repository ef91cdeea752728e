import re
a = re.compile(r'\w')
b = re.match(r'\w', s)
c = re.sub(r'\w', '', s, 0)
d = re.sub(r'\w', '', s, count=1)
e = re.split(r'\W', s, maxsplit=2)
f = re.compile(pattern).findall(s)
