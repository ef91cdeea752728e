import os


def f(data):
    print(list(filter(None, "a b".split(" "))), tuple(filter(None, "a,b".partition(","))))
    words = data.split()
    words = words[:2]
    pair = (1, 0)
    line = "abc"
    line = line.strip()
    name = os.path.join("a", "b")
    return list(filter(None, words)), tuple(filter(None, pair)), ''.join(filter(str.isalpha, line)), ''.join(filter(str.isalpha, name))


class Lines(object):
    def __init__(self):
        self.text = ""
        self.rows = []

    def read(self, more):
        self.text += more
        return ''.join(filter(str.isdigit, self.text)), list(filter(None, self.rows))
