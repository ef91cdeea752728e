# py3k-test: -f gettext_methods --from 2
import gettext
t = gettext.NullTranslations()
print t.gettext('x')
t2 = gettext.translation('a', fallback=True)
t2.install()
_ = t2.gettext
self.t = gettext.GNUTranslations(f)
self.t.ngettext('a', 'b', 2)
gettext.install('a')
x = gettext.translation('d').gettext('x')
