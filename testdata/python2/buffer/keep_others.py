# py3k-test: -f buffer
def f(buffer):
    return buffer[0], self.buffer(1)
