try:
    pass
except SyntaxError:
    pass
if True: pass
