print f((a)=1, (( b )) = 2, c=(3))
f(a, (b)  # why
  =3)
g((a) == 1, (a).b, h(a)==b)
