import sys


def load(path):
    from imp import load_source, PY_SOURCE
    return load_source("loaded", path), PY_SOURCE


def suite(dist):
    from unittest import makeSuite as make, TestSuite
    from platform import dist as linux
    return TestSuite([make(Some)]), linux()


class Some:
    from operator import div
