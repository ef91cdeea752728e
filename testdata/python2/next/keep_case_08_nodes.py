class Node(object):
    def __init__(self, value):
        self.value = value
        self.next = None


def third(node):
    node.next.next.value = 1
    return node.next.next
