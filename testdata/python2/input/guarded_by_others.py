# py3k-test: --from auto
try:
    x = unicode(y)
except ValueError:
    x = input()
