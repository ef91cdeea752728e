import imp, os
import cgi as c
import pipes


def load(name):
    imp.reload(os)
    module = imp.new_module(name)
    return c.escape(pipes.quote(name)), module
