import itertools
import os
import types

kept = set(getattr(types, t) for t in dir(types) if not t.startswith('_'))
kept.difference([getattr(types, t) for t in ('FunctionType', 'UnboundMethodType', 'StringType')])
for name in 'getcwdu', 'sep':
    print getattr(os, name)
for name in ['izip', 'count']:
    if hasattr(itertools, name):
        pass
for other in 'getcwdu',:
    print getattr(os, other)
