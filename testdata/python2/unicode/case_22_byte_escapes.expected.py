print("\\U00012345 \\N{DASH}", '\\N', "\\u12", '\\u1234', '\\\\u1234')
print(br"\u1234", r'\u1234', br"\N{DASH}", "\x41\n")
print("""\\u0041
  \\N{A}""", '\u0041' '\\u0041' "\n")


def f():
    '''A docstring with \\user in it.'''
    '''\u0041'''
