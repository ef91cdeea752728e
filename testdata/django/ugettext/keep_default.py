from django.utils.translation import ugettext as _
x = _('a')
