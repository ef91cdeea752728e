# Headers that are a str where they can be.
def header(name, value):
    try:
        value.encode('ascii')
    except UnicodeEncodeError:
        value = '=?%s?=' % value.encode('unicode_escape').decode('ascii')
    else:
        if name.lower() == 'subject':
            value = value.upper()
    return name + ': ' + value


def narrow(value):
    try:
        value.encode('ascii')
    except UnicodeError:
        pass
    return value + '.'


print(header('Subject', 'hello'))
print(header('To', 'me'))
print(narrow('x'), narrow('\xe4') == '\xe4.')
