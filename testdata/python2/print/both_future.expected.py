# py3k-test: --from 2 --target 2+3
from __future__ import (with_statement,
                        generators, print_function)
import sys
print("a", 1)
