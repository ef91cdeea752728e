try:
    from django.utils.encoding import smart_text
except ImportError:
    from django.utils.encoding import smart_unicode as smart_text
try:
    from django.utils.encoding import force_text
    force_unicode = force_text
except ImportError:
    from django.utils.encoding import force_unicode
