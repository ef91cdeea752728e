"""Doc."""
import contextlib, operator
import unittest
import platform


def dist(distname='', version='', id='', supported_dists=()):
    try:
        release = platform.freedesktop_os_release()
    except (AttributeError, OSError):
        return distname, version, id
    return release.get('ID', distname), release.get('VERSION_ID', version), release.get('VERSION_CODENAME', id)


def div(a, b):
    return a // b if isinstance(a, int) and isinstance(b, int) else a / b


def makeSuite(testCaseClass, prefix='test', sortUsing=None, suiteClass=unittest.TestSuite):
    loader = unittest.TestLoader()
    loader.testMethodPrefix = prefix
    loader.sortTestMethodsUsing = sortUsing or loader.sortTestMethodsUsing
    loader.suiteClass = suiteClass
    return loader.loadTestsFromTestCase(testCaseClass)


@contextlib.contextmanager
def nested(*managers):
    with contextlib.ExitStack() as stack:
        yield [stack.enter_context(manager) for manager in managers]


x = 1 + 1
kinds = {5: "package"}
with nested(a, b) as (c, d):
    tests = makeSuite(T)
def f():
    return list(map(div, xs, ys)), dist()
