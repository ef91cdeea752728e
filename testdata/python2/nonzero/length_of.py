class Full(dict):
    __nonzero__ = dict.__len__


class Same(Full):
    __nonzero__ = Full.__len__
