import pkgutil
import sys


def has(name, path):
    for finder in sys.meta_path:
        if finder.find_spec(name, path):
            return True
    for entry in path:
        finder = sys.path_importer_cache.get(entry)
        if finder is not None and finder.find_spec(name) is not None:
            return True
    loader = pkgutil.get_importer(path[0]).find_module(name)
    return loader
