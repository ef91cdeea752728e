import cgi
from os import environ

parse = environ
form = cgi.SvFormContentDict()
print form["a"]
cgi.print_arguments()
