from urllib import *

print quote(x, safe=always_safe), urlopen(y)
