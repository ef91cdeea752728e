import string
letters = string.digits
