import gettext as gettext_module


def translate(message, function):
    t = gettext_module.translation('app')
    return getattr(t, function)(message)


def ugettext(message):
    return translate(message, 'ugettext')


def ungettext(message):
    return translate('ugettext', 'ungettext')


print getattr(gettext_module.NullTranslations(), 'ugettext')('ugettext')
