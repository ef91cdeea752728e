import string
import string as s
from string import ascii_letters, digits

print(' '.join(words), ', '.join(words), sep.join(words + more))
# the text
print((a + b).upper(), text.replace('a', 'b', 1), text.split(':'))
print(list(map(str.strip, words)), list(map(str.strip, words)))
print(str(n).zfill(3), '7'.zfill(3), float(x) + int(x, 16) + int(x))
print(';'.join(text.split(':')))
table = str.maketrans('a', 'b')
print(text.translate(table), text.upper().strip())
print(string.ascii_letters, s.ascii_lowercase, ascii_letters, digits, string.capwords(text))
try:
    pass
except ValueError:
    pass
