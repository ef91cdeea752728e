# Something is used of each that is in no other place.
import imp
import cgi
import pipes
import importlib
import html
import shlex

try:
    import parser
except ImportError:
    parser = None

print(importlib.reload, vars(imp))
print(html.escape(x, quote=False), cgi)
print(shlex.quote(x), pipes.Template)
