map = map
zip = zip

x = map(abs, [1])
