# py3k-test: --from auto
try:
    x = str(y)
except (ValueError, NameError):
    x = input()
try:
    x = str(y)
except:
    x = input()
