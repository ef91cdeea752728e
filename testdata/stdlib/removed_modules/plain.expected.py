import os, popen2
from compiler import parse, ast
import rfc822 as mail

try:
    import hotshot
except ImportError:
    hotshot = None

print(parse, ast, mail.Message, popen2.popen3("ls"))
