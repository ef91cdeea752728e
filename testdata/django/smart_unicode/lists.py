# py3k-test: --django 4.0
from django.utils.encoding import (
    force_text,  # text
    force_unicode,  # text, too
    smart_unicode as su,
)
from django.utils.encoding import force_str
if x: from django.utils.encoding import smart_text; y = smart_text(x)
z = force_text(force_unicode(force_str(su)))
