from urllib import *
x = quote(y), urlopen(z)
