import popen2
