import subprocess, os
from subprocess import getstatusoutput as run


def f(c):
    status, output = subprocess.getstatusoutput(c)
    code = status >> 8
    r = run(c)
    print(subprocess.getstatusoutput(c))
    return r[0]
