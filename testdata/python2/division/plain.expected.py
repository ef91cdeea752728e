import math, os


def f(a, xs, n=2):
    half = len(xs) // 2
    print(half // 3, half / 3.0, a / 2, (n) / 2, 7 // -2, 7 // 2 * 1.5, 1.0 * a / 2, (half + 1) // (2 % 3))
    for i in range(len(xs)):
        print(i // 2, math.sqrt(a) / 2, float(a) / n)
    half //= 2
    total = 0
    total += 1.5
    total /= 2
    size = os.path.getsize(a)
    size //= 2
    print(total, 1j / 2, 10 ** 2 // 3, 1 << 3 // 2)
    return [j // 2 for j in range(3)], 'a/b' # and/or
