def two(a_b, c_d): (a, b) = a_b; (c, d) = c_d; print(a, b, c, d); return a
def described(a_b): "The docstring stays first."; (a, b) = a_b; return a
def only_described(a_b): "Nothing else."; (a, b) = a_b
class C:
    def m(self, a_b): (a, b) = a_b; return a
if True: f = lambda a_b: a_b[0]; g = lambda a_b: a_b[1]
