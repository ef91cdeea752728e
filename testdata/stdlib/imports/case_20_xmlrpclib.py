import xmlrpclib
x = [xmlrpclib.True, xmlrpclib . False]
