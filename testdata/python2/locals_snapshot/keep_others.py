names = locals()
names["a"] = 1
b = eval("a")
locals()["c"] = 2

def only_read(code):
    names = locals()
    names.get("a")
    return "%(code)s" % names, eval(code)

def before(code):
    x = eval(code)
    names = locals()
    names["a"] = x
    def inner():
        return eval(code)
    return names

def own(locals, code):
    names = locals()
    names["a"] = 1
    return eval(code)
