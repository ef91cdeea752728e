print(f(a=1, b=2, c=(3)))
# why
f(a, b=3)
g((a) == 1, (a).b, h(a)==b)
