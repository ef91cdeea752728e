"""from __future__ import division"""
from __future__ import annotations
import __future__
x = __future__.division
