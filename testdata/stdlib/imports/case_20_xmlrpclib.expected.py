import xmlrpc.client
x = [True, False]
