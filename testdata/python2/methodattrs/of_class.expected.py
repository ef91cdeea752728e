class A:
    def m(self):
        return self.m.__self__.__class__

    @classmethod
    def c(cls):
        pass


A, A.m.im_self, A.m, A().m.__self__.__class__, A.c.__self__.__class__
