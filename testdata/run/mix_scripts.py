# Code made and run at run time, with what it raises.
import sys
SCRIPTS = {
    'good': "result = base + 1",
    'bad': "result = missing",
    'loop': "result = [n for n in range(base)]",
}


class Runner(object):
    def __init__(self, **names):
        self.names = names
        self.errors = []

    def run(self, (name, source)):
        scope = self.names.copy()
        try:
            exec compile(source, "<%s>" % name, "exec") in scope
        except NameError, e:
            kind, value, tb = sys.exc_info()
            self.errors.append((name, kind.__name__))
            raise RuntimeError, "failed: %s" % `name`, tb
        except Exception, e: print "never", e
        else: return scope.has_key('result') and scope['result'] or None


runner = Runner(base=0x3L)
names = SCRIPTS.keys()
names.sort()
for name in names:
    try: print "%s %s" % (name, runner.run((name, SCRIPTS[name])))
    except RuntimeError, e:
        print >>sys.stdout, e
        print >>sys.stdout, "depth", sys.exc_info()[2].tb_next is not None
print runner.errors
total = 0
for i in xrange(3): exec "total += %d" % i in globals()
print total
exec "def f(a, b=%s): return a + b" % `2` in runner.names
print runner.names['f'](0777L), runner.names.has_key('__builtins__')
