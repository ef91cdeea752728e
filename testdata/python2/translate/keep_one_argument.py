# py3k-test: -f translate --from 2
import string
print s.translate(table), string.translate(s, table), s.translate(*both), string.translate(s, table, 'x')

# The object is an argument here.
print(str.translate(s, table), unicode.translate(s, table))
