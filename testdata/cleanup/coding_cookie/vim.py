#!/usr/bin/env python
# vim: set ts=4 fileencoding=utf-8 sw=4 :
x = 1
