class Full(dict):
    __bool__ = lambda self: dict.__len__(self) != 0


class Same(Full):
    __bool__ = lambda self: Full.__len__(self) != 0
