class Node(object):
    def __init__(self, next=None):
        self.next = next


while node.next.next:
    node = node.next
node.next.next = Node(next=node.next)
f(node.next, node.next.value)
