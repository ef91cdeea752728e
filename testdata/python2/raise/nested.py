raise E, `a`
raise E, (`a`, 0777)
raise E, `a`, tb
raise a[`b`], c <> d
raise E[10L], `a`, b[`c`]
raise E, "a" if b <> c else d.has_key(e)
raise E, (lambda: `a`)
