from string import *

print join(words, ', '), atoi(x), map(upper, words), reduce(join, words)


def f(words):
    def split(text):
        return text
    return split(lower(words)), join(), replace
