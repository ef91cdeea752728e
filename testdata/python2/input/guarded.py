# py3k-test: --from auto
try:
    x = unicode(y)
except (ValueError, NameError):
    x = input()
try:
    x = unicode(y)
except:
    x = input()
