"""Doc."""
import os

x = round(2.5)
y = int(round(os.path.getsize('a') / 3.0, 1))
z = map(round, [1.5])
