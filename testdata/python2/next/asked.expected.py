def group(seq, node):
    if not hasattr(seq, '__next__'):
        seq = iter(seq)
    print(hasattr(node, 'next'), node.next)
    return next(seq)
