if x: from itertools import izip
try:
    from itertools import izip as zip
except ImportError:
    pass
def f():
    from itertools import imap
    return imap
class A: from itertools import izip
