# py3k-test: --from 2
import re
print re.findall(ur'(?u)\w+', `x`, re.U | (re.I if y.has_key(re.U) else 0))
