# What exec binds in a function is read there later.
def literal():
    exec "a = 2"
    return a


def again():
    a = 1
    exec "a = 3"
    print a
    exec "import os"
    return os.path.basename("x/y")


def formatted(n):
    exec "value = %d" % n
    return value * 2


def reads(n):
    exec "str(n)"
    return n


def of_code(code):
    exec code
    return result


def loop():
    total = 0
    for n in range(3):
        exec "square = n * n"
        total += square
    return total


for each in literal, again, loop:
    print each()
print formatted(4), reads(5), of_code("result = 'r'")
