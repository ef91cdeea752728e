from six.moves import input


def f(p):
    return input(p)


class A:
    def input(self):
        return self.input()
