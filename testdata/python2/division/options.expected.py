import argparse, configparser

p = argparse.ArgumentParser()
p.add_argument('-n', '--number', type=int, default=10)
p.add_argument('--share', type=float, default=10)
p.add_argument('count', type=int)
a = p.parse_args()
print(a.number // 4, a.share / 4, a.count // 4, a.other / 4)

c = configparser.ConfigParser(strict=False, inline_comment_prefixes=(';',))
n = c.getint('a', 'n')
print(n // 2, c.getfloat('a', 'n') / 2, c.get('a', 'n') / 2)

h, m = map(int, text.split(':'))
x, y = map(float, text.split(':'))
print(h // 2, x / 2)
h, m = [int(part) for part in text.split(':')]
print(sum(len(w) for w in words) // len(words), max(len(w) for w in words) // 2)

counts = {'a': 7, 'b': 3}
print(counts.get('c', 0) // 2)
changed = {'a': 7}
changed['b'] = 0.5
print(changed.get('c', 0) / 2)


def fit(size, box):
    w, h = size
    bw, bh = box
    return w * bh // h, h * bw // w


print(fit((640, 480), (100, 100)))
