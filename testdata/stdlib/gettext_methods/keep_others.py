# py3k-test: -f gettext_methods --from 2
from django.utils import translation
x = translation.ugettext('y')
self.t.ugettext('z')
