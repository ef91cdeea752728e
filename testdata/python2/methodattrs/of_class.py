class A:
    def m(self):
        return self.m.im_class

    @classmethod
    def c(cls):
        pass


A.m.im_class, A.m.im_self, A.m.im_func, A().m.im_class, A.c.im_class
