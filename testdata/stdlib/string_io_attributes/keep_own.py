class StringIO(object):
    def __init__(self):
        self.len = 0


f = StringIO()
n = f.len
