# py3k-test: -f open_modes --from 2
def read(path, mode='rU', other='rU'):
    return open(path, mode)


read(p, mode='U')
open(p, mode='rU')
