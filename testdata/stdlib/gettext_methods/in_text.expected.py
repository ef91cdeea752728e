import gettext as gettext_module


def translate(message, function):
    t = gettext_module.translation('app')
    return getattr(t, function)(message)


def ugettext(message):
    return translate(message, 'gettext')


def ungettext(message):
    return translate('ugettext', 'ngettext')


print(getattr(gettext_module.NullTranslations(), 'gettext')('ugettext'))


class Translation(gettext_module.GNUTranslations):
    def __init__(self, *args):
        pass


class Other(gettext_module.GNUTranslations):
    def __init__(self, *args):
        gettext_module.GNUTranslations.__init__(self, *args)
        self.x = self.output_charset()
