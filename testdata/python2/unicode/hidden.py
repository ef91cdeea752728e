from builtins import str
str2 = unicode


def f(str, bytes):
    if isinstance(str, unicode):
        return str.encode('utf-8')
    return unichr(1)


class A:
    chr = unichr
    int = 3
    other = long
