exec("a = 1")
class C:
    exec("b = 2")
    def f(self):
        exec("c = 3")
        exec("c = 3", {})
        class D:
            exec("d = 4")
        exec("e = 5")
def g(): exec(code)
