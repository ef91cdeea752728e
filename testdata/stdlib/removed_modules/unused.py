import os, popen2, rfc822 as mail
import compiler.ast
import imp  # for later
from mimetools import Message, encode as e
from htmllib import HTMLParser, HTMLParseError
from chunk import Chunk  # noqa: for others


def f():
    import dircache
    import Bastion; return os.sep


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
if os.sep: import hotshot
