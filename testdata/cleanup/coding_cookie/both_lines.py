# -*- coding: utf-8 -*-
# vim: fileencoding=utf-8 ts=2
# coding: latin-1
x = 1
