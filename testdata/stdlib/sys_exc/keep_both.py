# py3k-test: --from 2 --target 2+3
import sys
sys.exc_clear()
f = sys.exc_clear
