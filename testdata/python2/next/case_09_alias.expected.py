class Both(object):
    def __iter__(self):
        return self

    def __next__(self):
        return 1



class Only:
    def __next__(self): return 1
    x = 1
