from urllib.parse import quote
from urllib.request import urlopen

print(quote(x, safe='ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-'), urlopen(y))
