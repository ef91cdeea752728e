try: f()
except E, True: print True
with a as False: print False
def g(False):
    del False
class A:
    def True(self): pass
    False = 1
