import xmlrpclib
x = [True, False]
