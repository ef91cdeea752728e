from shlex import quote
from unittest import TextTestResult
import shlex


class Result(TextTestResult):
    pass


print((shlex.quote(x), quote(y)))
