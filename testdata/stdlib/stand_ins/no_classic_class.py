import types
from types import InstanceType

T = types.InstanceType
print isinstance(x, types.InstanceType), type(x) is InstanceType, {InstanceType: 1}
