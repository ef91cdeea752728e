from django.utils.encoding import smart_text
try:
    from django.utils.encoding import force_text
    force_unicode = force_text
except ImportError:
    from django.utils.encoding import force_text as force_unicode
