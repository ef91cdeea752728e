#!/usr/bin/env -S PYTHONPATH=lib python2.7 -Q new -3Wignore -bU
# -*- coding: utf-8 -*-
print 1
