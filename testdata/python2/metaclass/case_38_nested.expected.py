def f():
    class A(object, metaclass=M):
        class B(metaclass=M):
            pass

        class C(metaclass=N): pass
    return A
