import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'checks'))
import sub.one

print sub.one.run()
print sorted(name for name in sys.modules if sys.modules[name] and name.endswith(('testenv', 'fixtures')))
