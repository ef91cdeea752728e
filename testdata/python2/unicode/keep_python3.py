# py3k-test:
x = f'{a}', u'text', '\u1234'
