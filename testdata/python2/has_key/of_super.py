class A(B):
    def has_key(self, k):
        return super(A, self).has_key(k) or not super(A, self).has_key(1)

    def f(self):
        return map(super(A, self).has_key, [1]), super(A, self).__init__().has_key(2)
