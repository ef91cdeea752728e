# Old spellings in nested scopes, defaults and decorators.
def logged(prefix=`0`, (left, right)=("<", ">")):
    def decorate(function):
        def wrapper(*args, **named):
            try:
                result = function(*args, **named)
            except Exception, e:
                print left + prefix + right, function.__name__, "raised", e.__class__.__name__
                raise
            print left + prefix + right, function.__name__, `result`
            return result
        return wrapper
    return decorate


@logged("a")
def add((x, y), z=010):
    return x + y + z


@logged()
@logged(prefix="b", )
def check(d, key):
    if not d.has_key(key): raise LookupError, key
    return d[key] <> None


first = add((1, 2)), add((1, 2), z=0)
print first
checked = check({'k': 1}, 'k')
print checked
try: check({}, 'k')
except LookupError, e: print "lookup", e


def counter():
    state = {'n': 0L}
    def step((up, by)=(True, 1)):
        state['n'] += up and by or -by
        return int(state['n'])
    def reset(): state['n'] = 0L; print "reset"
    return step, reset


step, reset = counter()
print step(), step(), step((False, 5)); reset(); print step()
handlers = dict((name, lambda value, name=name: "%s:%s" % (name, `value`)) for name in ("x", "y"))
print [handlers[k](1) for k in sorted(handlers.keys())]
compose = lambda *fs: lambda v: reduce_(lambda acc, f: f(acc), fs, v)
def reduce_(f, items, start):
    for item in items: start = f(start, item)
    return start
print compose(lambda v: v + 1, lambda v: `v`, lambda v: v * 2)(4)
