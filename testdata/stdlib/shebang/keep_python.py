#!/usr/bin/python
x = 1
