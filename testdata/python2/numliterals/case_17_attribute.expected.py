a = -(7).__index__()
a = (7).real
a = 7 .real
a = (7).real
a = 0xFF.real, 0o777.real
a = (0).real, (00).real
a = (7).real.imag, (7).real()[0]
