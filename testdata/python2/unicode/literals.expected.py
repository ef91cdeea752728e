x = 'a', "b", 'c', '''d
  e''', ""
y = ('a'  # one
     'b' "c")
z = 'a' if 'b'else 'c'
def f(): 'A docstring.'; return "x"
t = 'a' 'b'
