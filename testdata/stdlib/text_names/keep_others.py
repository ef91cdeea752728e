import logging
import os
import sys

import mock


def f(d, key):
    mock.patch('app.models.Queue')
    mock.patch('os.path.exists')
    getattr(d, 'izip')
    getattr(os, 'getcwd')
    d['Queue'] = 1
    x = {'class': 'queue', 'name': 'Queue.Queue'}
    if 'Queue' in d:
        d.patch('/Queue/x')
    return sys.modules[key], sys.version[0], sys.version[4:]
