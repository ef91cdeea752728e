import re
a = re.compile(
    'x'
)
# letters of any kind
b = re.compile('x',
               re.I)
c = re.compile('x',
               re.X); d = re.compile('x',)
if a: e = re.compile('x'  )
