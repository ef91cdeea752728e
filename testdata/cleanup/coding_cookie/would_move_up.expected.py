#!/usr/bin/env python
# as it once was
x = 1
