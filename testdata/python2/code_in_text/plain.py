import timeit
n = 5
code = "x = 3 / 2\n"
exec code
exec 'print 1'
exec 'y = 3 / 2.0'
exec "for k in {}.iterkeys(): pass"
print eval('n / 2'), eval('n // 2'), eval("'a/b'"), eval('n + 1'), eval(text)
src = """
def f():
    print 'x'
"""
exec src in {}
compile('x = unicode(%r)' % n, '<s>', 'exec')
timeit.Timer('xrange(3)')
exec 'x = "</I>" # a / b'
def g(code='1 / 2'):
    exec code in {}
