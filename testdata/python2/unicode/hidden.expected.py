from builtins import str
import builtins
str2 = str


def f(str, bytes):
    if isinstance(str, builtins.str):
        return str.encode('utf-8')
    return chr(1)


class A:
    chr = chr
    int = 3
    other = builtins.int
