import symbols

names = {}
for name, value in symbols.__dict__.items():
    if type(value) == int:
        names[value] = name
for name, value in symbols.__dict__.items():
    symbols.last = name
for name, value in symbols.__dict__.items():
    setattr(symbols, name, 1)
for name, value in globals().items():
    print name
constants = [name for name, value in globals().items() if name.isupper()]
made = [f(name) for name, value in globals().items()]
for name, value in vars(symbols).items():
    names[name] = value
for name, value in vars(symbols).items():
    f(value)
