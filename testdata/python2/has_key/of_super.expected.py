class A(B):
    def has_key(self, k):
        return super().__contains__(k) or not super().__contains__(1)

    def f(self):
        return list(map(super().__contains__, [1])), super().__init__().has_key(2)
