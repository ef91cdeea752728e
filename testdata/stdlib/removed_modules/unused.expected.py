import os
# for later
from htmllib import HTMLParser, HTMLParseError
from chunk import Chunk  # noqa: for others


def f():
    return os.sep


class Old:
    import formatter


def g():
    """Reads a mail.

    >>> sgmllib.SGMLParser()
    """
    import sgmllib
    global mutex
    import mutex, user


parser = HTMLParser()
if os.sep: pass
