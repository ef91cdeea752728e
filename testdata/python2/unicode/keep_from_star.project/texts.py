from compat import unicode
