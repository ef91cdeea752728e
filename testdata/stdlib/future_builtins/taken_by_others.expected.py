from builtins import map, zip

x = map(abs, [1])
