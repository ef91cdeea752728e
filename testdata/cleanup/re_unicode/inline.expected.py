import re
a = re.compile('x')
b = re.compile(r"(?i)x" "y")
c = re.match("""(?x)
    x""", s)
d = re.compile('(?i)x')
