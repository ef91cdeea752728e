# py3k-test: --django 3.2
from django.utils.translation import gettext as _, gettext_lazy, ngettext, gettext
from django.utils import translation
x = _('a'), gettext_lazy('b'), ngettext('c', 'd', 2), gettext('e'), translation.gettext_noop('f')
