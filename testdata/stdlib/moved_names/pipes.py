import pipes
from pipes import quote
from unittest import _TextTestResult


class Result(_TextTestResult):
    pass


print(pipes.quote(x), quote(y))
