import pkg.use

print pkg.use.load('helper').x, pkg.use.load('os').path.basename('a/b'), pkg.use.load('sub.mod').mod.y
print pkg.use.helper.__name__, pkg.use.system.__name__
try:
    pkg.use.load('nowhere')
except ImportError:
    print 'no such module'
