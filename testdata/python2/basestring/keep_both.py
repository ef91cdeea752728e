# py3k-test: --from 2 --target 2+3
isinstance(a, basestring), isinstance(b, basestring)
