# py3k-test: -f comprehension_variables --from 2
width = 3
class C:
    n = 2
    names = ['a', 'b']
    doubled = []
    for i in range(3):
        doubled.append(n * i)
    pairs = []
    for a in names:
        for b in names:
            pairs.append((a, b))
    fine = [name.upper() for name in names if name and width]
    calls = [f(n=1) for f in names]
    lazy = list(n for i in names)  # nor did Python 2
    nested = []
    for m in names:
        nested.append([n for n in names])

    def method(self):
        n = 1
        return [n for i in self.names]

if 1:
    top = 1
    tops = [top for t in range(2)]
