class Own(Exception):
    def __getitem__(self, i):
        return i


try:
    f()
except Own as e:
    e[0]
