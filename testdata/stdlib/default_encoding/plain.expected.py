import sys


def f():
    pass


if sys:
    # Needed for the terminal.
    pass
