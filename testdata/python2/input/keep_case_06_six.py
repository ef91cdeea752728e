from six.moves import map, input

answer = input(p)
