# py3k-test: --from 2 -f import
from __future__ import absolute_import
import helper
from sub import mod
