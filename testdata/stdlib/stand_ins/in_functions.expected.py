import sys
import platform
import importlib.machinery
import importlib.util
import unittest


def dist1(distname='', version='', id='', supported_dists=()):
    try:
        release = platform.freedesktop_os_release()
    except (AttributeError, OSError):
        return distname, version, id
    return release.get('ID', distname), release.get('VERSION_ID', version), release.get('VERSION_CODENAME', id)


def load_source(name, path, file=None):
    loader = importlib.machinery.SourceFileLoader(name, path)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(name, loader))
    sys.modules[name] = module
    loader.exec_module(module)
    return sys.modules[name]


def makeSuite(testCaseClass, prefix='test', sortUsing=None, suiteClass=unittest.TestSuite):
    loader = unittest.TestLoader()
    loader.testMethodPrefix = prefix
    loader.sortTestMethodsUsing = sortUsing or loader.sortTestMethodsUsing
    loader.suiteClass = suiteClass
    return loader.loadTestsFromTestCase(testCaseClass)


def load(path):
    return load_source("loaded", path), 1


def suite(dist):
    from unittest import TestSuite
    return TestSuite([makeSuite(Some)]), dist1()


class Some:
    from operator import div
