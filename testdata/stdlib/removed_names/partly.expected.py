import os, sys
from sys import exc_clear, setdefaultencoding
import importlib.machinery
import importlib.util
import contextlib
import subprocess


def load_source(name, path, file=None):
    loader = importlib.machinery.SourceFileLoader(name, path)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(name, loader))
    sys.modules[name] = module
    loader.exec_module(module)
    return sys.modules[name]


@contextlib.contextmanager
def nested(*managers):
    with contextlib.ExitStack() as stack:
        yield [stack.enter_context(manager) for manager in managers]


def popen3(cmd, mode='t', bufsize=-1):
    process = subprocess.Popen(cmd, bufsize, shell=isinstance(cmd, str), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, universal_newlines=mode == 't')
    return process.stdin, process.stdout, process.stderr


with nested(a, b) as (c, d):
    popen3("ls")
m = load_source("a", "b.py")
