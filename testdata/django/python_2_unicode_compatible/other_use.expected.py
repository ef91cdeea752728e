# py3k-test: --django 3.0
from django.utils.encoding import python_2_unicode_compatible
A = python_2_unicode_compatible(A)


class B(object): pass
