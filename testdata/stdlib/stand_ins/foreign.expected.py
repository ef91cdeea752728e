import http.client
from doctest import Tester

print(isinstance(x, (str, http.client.HTTP)), issubclass(y, Tester))
