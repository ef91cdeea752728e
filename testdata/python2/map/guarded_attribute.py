# py3k-test: --from auto
import sys
if sys.version_info[0] < 3: text_type = unicode
else: text_type = str
x = map(text_type, [1])
