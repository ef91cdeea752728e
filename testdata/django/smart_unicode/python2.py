# py3k-test: --from 2
from django.utils.encoding import force_unicode
print force_unicode(`x`), unicode(force_unicode(u'y'))
