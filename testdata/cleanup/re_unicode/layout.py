import re
a = re.compile(
    'x',
    re.U
)
b = re.compile('x',
               re.U |  # letters of any kind
               re.I)
c = re.compile('x',
               re.X |
               re.U); d = re.compile('x', re.U,)
if a: e = re.compile('x' , re . U )
