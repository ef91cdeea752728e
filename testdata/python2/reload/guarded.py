import sys
if hasattr(sys, 'setdefaultencoding'):
    reload(sys)
    import site
import os
