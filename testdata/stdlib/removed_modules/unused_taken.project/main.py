from unused_taken import popen2, imp
