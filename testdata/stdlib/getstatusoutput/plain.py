import commands, os
from commands import getstatusoutput as run


def f(c):
    status, output = commands.getstatusoutput(c)
    code = status >> 8
    r = run(c)
    print commands.getstatusoutput(c)
    return r[0]
