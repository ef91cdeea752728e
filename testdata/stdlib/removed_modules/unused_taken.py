import popen2
import dircache
import imp

print imp.PY_SOURCE
