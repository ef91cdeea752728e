def f(): print("a")
def g(): print("a"); print("b")
class C: print("a"); b = 1
if a: print("b")
elif c: print()
else: print("d", end=' ')
for a in b: print(a); print()
while a: print(a, end=' '); break
else: print("e")
try: print("a"); raise ValueError
except ValueError: print("b")
finally: print("c")
with a: print(b)
if 1: pass; print("c")
x = 1; print(x); x = 2; print(x)
