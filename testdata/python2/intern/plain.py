name = intern(name)
x = intern("%s" % `y`).replace('a', 'b')
names = map(intern, names)
