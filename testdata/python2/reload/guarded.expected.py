import sys
import importlib
if hasattr(sys, 'setdefaultencoding'):
    importlib.reload(sys)
    import site
import os
