# py3k-test: --from 2 --vendor --module aifc
import _vendor.aifc as aifc
from _vendor.aifc import open
print(aifc.open('x'), aifc.Error, open)
