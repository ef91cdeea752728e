def two((a, b), (c, d)): print a, b, c, d; return a
def described((a, b)): "The docstring stays first."; return a
def only_described((a, b)): "Nothing else."
class C:
    def m(self, (a, b)): return a
if True: f = lambda (a, b): a; g = lambda (a, b): b
