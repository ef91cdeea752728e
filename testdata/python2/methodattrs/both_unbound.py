# py3k-test: --from 2 --target 2+3
class C:
    def f(self):
        pass


C.f.im_func
C().f.im_func
g.im_self
