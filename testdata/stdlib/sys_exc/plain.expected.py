import sys
print(sys.exc_info()[0], sys.exc_info()[1].args)
tb = sys. exc_info()[2]
