# py3k-test: --from 2
try:
    pass
except A:
    pass
except (A, B):
    pass
except A as e:
    print(e)
text = "except A, e: pass"
# except A, e: pass
