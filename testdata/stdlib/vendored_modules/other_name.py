# py3k-test: --from 2 --vendor --module aifc
import aifc
from aifc import openfp
print aifc.openfp('x'), aifc.Error, openfp
