# py3k-test: --from 2
from django.utils.encoding import force_text
print(force_text(repr(x)), str(force_text('y')))
