# py3k-test: -f stand_ins
import socket
import tokenize


def f(text):
    from tokenize import tokenprog
    return tokenprog.match(text), tokenize.endprogs["'"]


f = socket._fileobject(s, close=True)
