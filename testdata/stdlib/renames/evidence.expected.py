# py3k-test: --from auto
import sys

rows = list(table.keys())  # a list, in the language that has sys.maxint
rows.sort()
limit = sys.maxsize
