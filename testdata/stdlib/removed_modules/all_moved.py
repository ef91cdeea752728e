import cgi, imp
import rfc822 as r
print cgi.escape(x), cgi.parse_qs(y), imp.reload(m), r.parsedate(z)
