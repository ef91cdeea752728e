# py3k-test: --django 4.0
# text, too
from django.utils.encoding import (
    force_str,  # text
    smart_str as su,
)
from django.utils.encoding import force_str
if x: from django.utils.encoding import smart_str; y = smart_str(x)
z = force_str(force_str(force_str(su)))
