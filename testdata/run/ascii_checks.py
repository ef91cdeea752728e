# -*- coding: utf-8 -*-
# Headers that are a str where they can be.
def header(name, value):
    try:
        value = value.encode('ascii')
    except UnicodeEncodeError:
        value = '=?%s?=' % value.encode('unicode_escape')
    else:
        if name.lower() == 'subject':
            value = value.upper()
    return name + ': ' + value


def narrow(value):
    try:
        value = value.encode('ascii')
    except UnicodeError:
        pass
    return value + u'.'


print header('Subject', u'hello')
print header('To', u'me')
print narrow(u'x'), narrow(u'\xe4') == u'\xe4.'
