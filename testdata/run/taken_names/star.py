from util import *


def names():
    return isinstance(u"a", unicode), list(imap(str, [1])), Queue.Empty.__name__
