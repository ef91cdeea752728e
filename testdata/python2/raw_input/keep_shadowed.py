from six.moves import input as raw_input
raw_input("x")
