import string
import string as s
from string import join, strip as trim, upper
from string import atoi, letters, digits

print string.join(words), string.join(words, ', '), join(words + more, sep)
print string.upper(a + b), s.replace(text, 'a', 'b', 1), string.split (text,  # the text
                                                                       ':')
print map(string.strip, words), map(trim, words)
print string.zfill(n, 3), string.zfill('7', 3), string.atof(x) + string.atoi(x, 16) + atoi(x)
print string.joinfields(string.splitfields(text, ':'), ';')
table = string.maketrans('a', 'b')
print string.translate(text, table), trim(upper(text))
print string.letters, s.lowercase, letters, digits, string.capwords(text)
try:
    pass
except string.atoi_error:
    pass
