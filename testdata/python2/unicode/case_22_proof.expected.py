# py3k-test: --from 2 -f unicode
path = 'C:\\users', '\\u1234'
