from UserDict import DictMixin


class Short(DictMixin): keys = list
