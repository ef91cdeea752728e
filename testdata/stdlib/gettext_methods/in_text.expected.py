import gettext as gettext_module


def translate(message, function):
    t = gettext_module.translation('app')
    return getattr(t, function)(message)


def ugettext(message):
    return translate(message, 'gettext')


def ungettext(message):
    return translate('ugettext', 'ngettext')


print(getattr(gettext_module.NullTranslations(), 'gettext')('ugettext'))
