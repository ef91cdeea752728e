import builtins as later

print(map(f, xs), later.hex(1), sorted(zip(a, b)))
hand_on(later)
