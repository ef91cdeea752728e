x = self.run.im_func
print a.b.im_self.c, callback.im_class.__name__
f = getattr(f, 'im_func', f)
if hasattr(f, "im_self"): pass

class A:
    def run(self): pass

    @classmethod
    def make(cls): pass

A.run.im_func.func_name
A.make.im_func
