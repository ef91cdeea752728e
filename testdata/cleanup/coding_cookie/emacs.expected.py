#!/usr/bin/env python
# -*- mode: python; fill-column: 80 -*-
x = 1
