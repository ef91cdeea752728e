def run(execfile):
    execfile('x')
self.execfile('x')
