from .encoding import smart_unicode
from mine.encoding import force_unicode
x = smart_unicode(force_unicode(y.smart_unicode))


def f(encoding):
    return encoding.smart_unicode
