from string import *
from os.path import *

print(join(words, ', '), upper(x))
