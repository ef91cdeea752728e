import sys
import traceback


class E(Exception):
    pass


def source():
    raise KeyError("origin")


def names():
    return [entry[2] for entry in traceback.extract_tb(sys.exc_info()[2])]


def with_text():
    try:
        source()
    except KeyError:
        tb = sys.exc_info()[2]
        raise E, "text", tb


def with_none():
    try:
        source()
    except KeyError:
        raise E, None, sys.exc_info()[2]


def with_instance():
    try:
        source()
    except KeyError, e:
        raise E("made from " + e.args[0]), None, sys.exc_info()[2]


def with_tuple():
    try:
        source()
    except KeyError, e:
        raise E, (1, 2), sys.exc_info()[2]


def over_lines():
    try: source()
    except KeyError: raise E, \
        "lines", \
        sys.exc_info()[2]


def no_traceback():
    raise E, "no traceback", None


for function in with_text, with_none, with_instance, with_tuple, over_lines, no_traceback:
    try:
        function()
    except E, e:
        found = names()
        print e.args, found[-1], 'source' in found, function.__name__ in found
