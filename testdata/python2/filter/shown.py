import os


def f(data):
    print filter(None, "a b".split(" ")), filter(None, "a,b".partition(","))
    words = data.split()
    words = words[:2]
    pair = (1, 0)
    line = "abc"
    line = line.strip()
    name = os.path.join("a", "b")
    return filter(None, words), filter(None, pair), filter(str.isalpha, line), filter(str.isalpha, name)


class Lines(object):
    def __init__(self):
        self.text = ""
        self.rows = []

    def read(self, more):
        self.text += more
        return filter(str.isdigit, self.text), filter(None, self.rows)
