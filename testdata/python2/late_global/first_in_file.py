def f(): x = 1; global x; return x
y = 2
global y
