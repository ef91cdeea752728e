# py3k-test: -f open_modes --from 2
def read(path, mode='r', other='rU'):
    return open(path, mode)


read(p, mode='r')
open(p, mode='r')
