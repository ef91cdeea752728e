from __future__ import division as true, with_statement as ws
from __future__ import print_function, nested_scopes
print(true.getMandatoryRelease(), nested_scopes)
