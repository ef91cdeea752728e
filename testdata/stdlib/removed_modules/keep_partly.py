# py3k-test: -f removed_modules --from 2 --target 3.13
import asyncore, imp, cgi as c
import cgitb
from distutils.core import setup
from pipes import quote
from pipes import Template
try:
    import telnetlib
except ImportError:
    telnetlib = None
print(c.escape(x), imp.reload, asyncore.loop, cgitb.enable, setup, quote, Template)
