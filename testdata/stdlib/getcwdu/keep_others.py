import mine as os
getcwdu()
os.getcwdu()
def f(os): return os.getcwdu()
