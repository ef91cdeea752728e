import string
letters = string.letters
