# Something is used of each that is in no other place.
import imp
import cgi
import pipes

try:
    import parser
except ImportError:
    parser = None

print imp.reload, vars(imp)
print cgi.escape(x), cgi
print pipes.quote(x), pipes.Template
