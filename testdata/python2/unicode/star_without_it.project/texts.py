__all__ = ["quoted"]

def quoted(text): return "<%s>" % unicode(text)
unicode = unicode
