import re
from string import Template, ascii_letters


def f(string, words):
    return string.join(words), string.upper(), string.letters


x = Template(ascii_letters).substitute(), ', '.join(words)
