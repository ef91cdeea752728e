import cgi
from cgi import escape
print map(cgi.escape, xs), map(escape, xs), escape(x)
