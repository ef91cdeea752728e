# -*- coding: utf-8 -*-
euro = u'\u20ac'
dash = u'\N{EN DASH}'
print euro, dash
