# py3k-test: --django 3.0
from django.utils.encoding import force_str, python_2_unicode_compatible


@python_2_unicode_compatible
class A(object):
    def __str__(self):
        return force_str(self)


@first
@python_2_unicode_compatible  # for Python 2
@last
class B(object):
    pass
