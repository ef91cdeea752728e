from __future__ import division as true
from __future__ import nested_scopes
print(true.getMandatoryRelease(), nested_scopes)
