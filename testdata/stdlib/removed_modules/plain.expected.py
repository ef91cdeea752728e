import os
from compiler import parse, ast
import rfc822 as mail
import subprocess

try:
    import hotshot
except ImportError:
    hotshot = None


def popen3(cmd, bufsize=-1, mode='t'):
    process = subprocess.Popen(cmd, bufsize, shell=isinstance(cmd, str), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, universal_newlines=mode == 't')
    return process.stdout, process.stdin, process.stderr


print(parse, ast, mail.Message, popen3("ls"))
