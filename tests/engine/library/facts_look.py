"""Run by each Python: does it have what the lines of the facts say? Reads JSON from stdin, [[line, what, name, expected]],
and prints the lines that are wrong. What is "module", "name" or "expression"."""

import json
import sys
import warnings

if sys.version_info[0] == 2:
    import __builtin__ as builtins
else:
    import builtins


def look(name):
    """Is there such a module, or such a name in one?"""
    parts = name.split(".")
    if parts[0] in ("builtins", "__builtin__"):
        parts[0] = builtins.__name__
    for length in range(len(parts), 0, -1):
        try:
            __import__(".".join(parts[:length]))
        except Exception:
            continue
        found = sys.modules[".".join(parts[:length])]
        for part in parts[length:]:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False


def is_module(name):
    try:
        __import__(name)
    except Exception:
        return False
    return name in sys.modules


def is_expression(text):
    try:
        eval(text, {})
    except Exception:
        return False
    return True


def main():
    warnings.simplefilter("ignore")
    looks = {"module": is_module, "name": look, "expression": is_expression}
    wrong = [[line, name, expected] for line, what, name, expected in json.load(sys.stdin)
             if looks[what](name) != expected]
    sys.stdout.write("\n" + json.dumps(wrong) + "\n")


main()
