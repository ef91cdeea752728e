from .compiler import parse
user = parse("popen2")
user.mutex = 1
