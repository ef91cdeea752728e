#!/usr/bin/env python
# Größe
x = "é"
y = "ß"
