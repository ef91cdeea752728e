import re
a = re.compile('(?u)x')
b = re.compile(r"(?iu)x" "y", re.U)
c = re.match("""(?ux)
    x""", s)
d = re.compile('(?u)(?i)x')
