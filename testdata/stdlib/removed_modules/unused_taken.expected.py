import popen2
import imp

print(1)
