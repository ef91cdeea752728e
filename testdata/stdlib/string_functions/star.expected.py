from string import *

print(join(words, ', '))
