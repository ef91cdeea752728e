with `a, b`: pass
with `a` as c, `d, `e`` as f:
    while `1, 2`: `g, h`
with (`a, b`), [`c`]: pass
