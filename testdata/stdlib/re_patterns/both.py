# py3k-test: --from 2 --target 2+3
import re
a = re.compile('a(?iu)')
b = re.compile('(?L)a')
c = re.sub('a', '\d', x)
