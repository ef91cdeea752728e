# py3k-test: -f translate --from 2
print s.translate(None, '-'), s.translate(table, 'x')
