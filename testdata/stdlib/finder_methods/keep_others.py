import sys
print(sys.meta_path)


class Finder(object):
    def find_module(self, name, path=None):
        return None


def f(finder):
    if finder.find_module('x'):
        return 1
