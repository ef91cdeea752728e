def loadrepr(reprstr):
    module, evalstr = reprstr.split('/')
    mylocals = locals()
    localname = module
    if '.' in localname:
        localname = module.split('.', 1)[0]
    mylocals[localname] = __import__(module)
    return eval(evalstr, globals(), dict(mylocals, **locals()))

def update(**names):
    scope = locals()
    scope.update(names)
    x = eval("a", globals(), scope)
    return [x, eval(compile("b", "<b>", "eval"), globals(), dict(scope, **locals()))]

def direct(m):
    locals()[m] = __import__(m)
    return eval(m + ".path")

def of_class(m):
    class C:
        locals()[m] = 1
    return C
