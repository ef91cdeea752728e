import os

with open(path) as stream:
    lines = stream.readlines()
data = open(os.path.join(folder, 'data'), 'rb').read()
open(path,   # the name
       'wb').write(data)
