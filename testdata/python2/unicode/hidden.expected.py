from builtins import str
import builtins
str2 = str


def f(str, bytes):
    return chr(1)


class A:
    chr = chr
    int = 3
    other = builtins.int
