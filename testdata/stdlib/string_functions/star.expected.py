from string import *
from functools import reduce

print(', '.join(words), int(x), list(map(str.upper, words)), reduce(lambda words, sep=' ': sep.join(words), words))


def f(words):
    def split(text):
        return text
    return split(words.lower()), join(), str.replace
