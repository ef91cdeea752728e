# Dicts of dicts, generators, and repr in keys.
class Graph(object):
    def __init__(self, edges=()):
        self.nodes = {}
        for a, b in edges: self.connect((a, b))

    def connect(self, (a, b), weight=1L):
        for n in a, b:
            if not self.nodes.has_key(n): self.nodes[n] = {}
        self.nodes[a][b] = self.nodes[b][a] = weight

    def __nonzero__(self): return bool(self.nodes)

    def prune(self):
        for name in self.nodes.keys():
            if len(self.nodes[name].keys()) < 2:
                for other in self.nodes[name].keys(): del self.nodes[other][name]
                del self.nodes[name]

    def walk(self, start):
        todo, seen = [start], {}
        while todo:
            node = todo.pop(0)
            if seen.has_key(node): continue
            seen[node] = None
            yield node
            near = self.nodes[node].keys()
            near.sort()
            todo += near

    def degree(self):
        pairs = [(len(v), k) for k, v in self.nodes.iteritems()]
        pairs.sort()
        return pairs


g = Graph([x for x in (1, 2), (2, 3), (3, 1), (3, 4)])
print bool(g), not Graph()
print [n for n in g.walk(1)], g.degree()
walker = g.walk(4)
print walker.next(), walker.next(), `list(walker)`
g.prune()
print sorted(g.nodes.keys()), g.nodes.has_key(4), g.degree()[0]
print sorted([`k` + ":" + `sorted(v.keys())` for k, v in g.nodes.items()])
g.connect(("a", "b"), weight=010)
print g.nodes["a"].values()[0], g.nodes["b"].items()
print sum([sum(v.values()) for v in g.nodes.itervalues()]) <> 0L
try:
    g.connect((1, 2, 3))
except ValueError, e: print "ValueError"
