import sys

reload(sys)
sys.setdefaultencoding('utf-8')


def f():
    reload(sys); sys.setdefaultencoding('latin-1')


if sys:
    # Needed for the terminal.
    sys.setdefaultencoding('utf-8')
