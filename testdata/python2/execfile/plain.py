execfile('setup.py')
execfile(path, names)
execfile("conf.py", glob, loc)
if x: execfile( path )  # now
execfile(os.path.join(here, `name`),
         {'a': 1})
run = execfile
