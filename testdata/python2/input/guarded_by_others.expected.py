# py3k-test: --from auto
try:
    x = str(y)
except ValueError:
    x = eval(input())
