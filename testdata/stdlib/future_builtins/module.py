import future_builtins
import future_builtins as later

print future_builtins.map(f, xs), later.hex(1), sorted(future_builtins.zip(a, b))
hand_on(later)
