from django.utils.encoding import python_2_unicode_compatible


@python_2_unicode_compatible
class A(object): pass
