# py3k-test: --from 2 --vendor --module cgi
import cgi
print cgi.escape('<'), cgi.escape('>', True)
