def group(seq, node):
    if not hasattr(seq, 'next'):
        seq = iter(seq)
    print hasattr(node, 'next'), node.next
    return seq.next()
