#!/usr/bin/env python
# coding: utf-8
# coding: latin-1, as it once was
x = 1
