# py3k-test: -f gettext_methods --from 2
import gettext


class A(gettext.NullTranslations):
    def ugettext(self, m):
        return m


x.ugettext('y')
gettext.gettext('z')
