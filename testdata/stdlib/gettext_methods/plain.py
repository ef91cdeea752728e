# py3k-test: -f gettext_methods --from 2
import gettext
t = gettext.NullTranslations()
print t.ugettext('x')
t2 = gettext.translation('a', fallback=True)
t2.install(unicode=True)
_ = t2.ugettext
self.t = gettext.GNUTranslations(f)
self.t.ungettext('a', 'b', 2)
gettext.install('a', unicode=1)
x = gettext.translation('d').lgettext('x')
t.set_output_charset('utf-8')
