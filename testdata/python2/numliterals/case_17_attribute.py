a = -7L.__index__()
a = 7L.real
a = 7L .real
a = (7L).real
a = 0xFFL.real, 0777L.real
a = 0L.real, 00L.real
a = 7L.real.imag, 7L.real()[0]
