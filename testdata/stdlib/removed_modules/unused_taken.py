import popen2
import dircache
