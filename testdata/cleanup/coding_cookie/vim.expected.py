#!/usr/bin/env python
# vim: set ts=4 sw=4 :
x = 1
