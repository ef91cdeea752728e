# py3k-test: --django 3.0
from django.utils.encoding import force_str


class A(object):
    def __str__(self):
        return force_str(self)


# for Python 2
@first
@last
class B(object):
    pass
