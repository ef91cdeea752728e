exec(compile(open('setup.py', "rb").read(), 'setup.py', 'exec'))
exec(compile(open(path, "rb").read(), path, 'exec'), names)
exec(compile(open("conf.py", "rb").read(), "conf.py", 'exec'), glob, loc)
if x: exec(compile(open(path, "rb").read(), path, 'exec'))  # now
exec(compile(open(os.path.join(here, repr(name)), "rb").read(), os.path.join(here, repr(name)), 'exec'), {'a': 1})
run = execfile
