x = self.run.__func__
print(a.b.__self__.c, callback.__self__.__class__.__name__)
f = getattr(f, '__func__', f)
if hasattr(f, "__self__"): pass

class A:
    def run(self): pass

    @classmethod
    def make(cls): pass

A.run.__name__
A.make.__func__
