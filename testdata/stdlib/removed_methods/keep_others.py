# py3k-test: -f removed_methods --from 2
import array
from mine import node
print node.getchildren(), node.tostring(), x.tostring(), node.readfp
