try: f()
except E as True_: print(True_)
with a as False_: print(False_)
def g(False_):
    del False_
class A:
    def True_(self): pass
    False_ = 1
