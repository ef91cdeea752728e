# py3k-test: --django 3.2
from django.utils.translation import ugettext as _, ugettext_lazy, ungettext, gettext
from django.utils import translation
x = _('a'), ugettext_lazy('b'), ungettext('c', 'd', 2), gettext('e'), translation.ugettext_noop('f')
