# py3k-test: 
from . import net, http
