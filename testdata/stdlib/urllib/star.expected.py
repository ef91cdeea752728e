from urllib.parse import quote
from urllib.request import urlopen
x = quote(y), urlopen(z)
