import os

with file(path) as stream:
    lines = stream.readlines()
data = file(os.path.join(folder, 'data'), 'rb').read()
file  (path,   # the name
       'w').write(data)
