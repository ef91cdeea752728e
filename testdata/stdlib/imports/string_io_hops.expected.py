import io
import codecs


def f(data, name):
    open = data.opener
    return io.StringIO(open(name, "rb").read())


def g(name):
    f = open(name, "rb")
    data = f.read()
    with open(name) as lines:
        text = lines.read()
    return io.BytesIO(data), io.StringIO(text)


def h(s):
    coded = s.encode("utf-8")
    both = coded + b"\n"
    hexed = codecs.encode(s, "hex").decode('ascii')
    return io.BytesIO(both), io.StringIO(hexed)
