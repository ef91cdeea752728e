from future_builtins import map, zip, filter

x = map(abs, [1])
