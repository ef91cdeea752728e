# py3k-test: --from 2
import re
print(re.findall(r'\w+', repr(x), (re.I if re.U in y else 0)))
