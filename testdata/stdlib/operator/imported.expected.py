from operator import mul, add
import numbers
a = callable(x) and isinstance(y, numbers.Number)
b = mul(x, 3)
