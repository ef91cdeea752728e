def intern(x): return x
intern('a')
Pool.intern('a')
