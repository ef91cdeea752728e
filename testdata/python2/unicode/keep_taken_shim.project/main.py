import sys
from keep_taken_shim import is_text
if sys.version_info[0] > 2:
    from keep_taken_shim import unicode
print is_text(unicode())
