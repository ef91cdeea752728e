# py3k-test: --django 3.0
from django.utils.encoding import python_2_unicode_compatible as compatible

@compatible
class A(object): pass
