# exec with its scope given.
scope = {}
exec "a = 1" in scope
exec "b = a + 1" in scope
print scope['a'], scope['b']

outer, inner = {'base': 10}, {}
exec "result = base * 2" in outer, inner
print inner['result'], 'result' in outer

exec("c = 3") in scope
exec ("d = 4") in scope
exec ("e = 5", scope)
exec("f = 6; g = 7", scope, scope)
exec("h = base", outer, inner)
print [scope[k] for k in "cdefg"], inner['h']

code = compile("x = [i for i in range(3)]\ny = len(x)", "<code>", "exec")
exec code in scope
print scope['x'], scope['y']
exec compile("z = 9", "<z>", "exec") in scope
print scope['z']
exec """
def double(n):
    return n * 2
""" in scope
print scope['double'](21)
exec "q = 1" in dict(scope)
print 'q' in scope
exec "%s = %d" % ("made", 8) in scope
print scope['made']
exec "first = 1\n" \
     "second = 2\n" in scope
print scope['first'], scope['second']


class Holder(object):
    def __init__(self):
        self.names = {}

    def run(self, text):
        exec text in self.names
        return self


print Holder().run("w = 1").names['w']
if 1: exec "one = 1" in scope; print scope['one']
for i in range(2): exec "loop = %d" % i in scope
print scope['loop']
