import contextlib
import ssl
import mock

nested = getattr(contextlib, 'nested')
mock.patch('ssl.wrap_socket')
if hasattr(ssl, 'match_hostname'):
    found = getattr(ssl, 'match_hostname', None)
mock.patch.object(ssl, 'wrap_socket')
