"""from __future__ import division"""
import __future__
x = __future__.division
from __future__ import annotations
