#!/usr/bin/env python
# -*- coding: iso-8859-1 -*-
# Größe
x = u"é"
y = "ß"
