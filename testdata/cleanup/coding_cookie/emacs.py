#!/usr/bin/env python
# -*- mode: python; coding: utf-8; fill-column: 80 -*-
x = 1
