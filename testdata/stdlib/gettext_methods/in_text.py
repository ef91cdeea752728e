import gettext as gettext_module


def translate(message, function):
    t = gettext_module.translation('app')
    return getattr(t, function)(message)


def ugettext(message):
    return translate(message, 'ugettext')


def ungettext(message):
    return translate('ugettext', 'ungettext')


print getattr(gettext_module.NullTranslations(), 'ugettext')('ugettext')


class Translation(gettext_module.GNUTranslations):
    def __init__(self, *args):
        self.set_output_charset('utf-8')


class Other(gettext_module.GNUTranslations):
    def __init__(self, *args):
        gettext_module.GNUTranslations.__init__(self, *args)
        self.set_output_charset('utf-8')
        self.x = self.output_charset()
