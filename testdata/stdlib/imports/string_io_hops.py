import StringIO


def f(data, name):
    open = data.opener
    return StringIO.StringIO(open(name, "rb").read())


def g(name):
    f = open(name, "rb")
    data = f.read()
    with open(name) as lines:
        text = lines.read()
    return StringIO.StringIO(data), StringIO.StringIO(text)


def h(s):
    coded = s.encode("utf-8")
    both = coded + "\n"
    hexed = s.encode("hex")
    return StringIO.StringIO(both), StringIO.StringIO(hexed)
