# py3k-test: -f removed_modules --from 2 --target 3.8
import asynchat
import cgi, telnetlib
import formatter
print(cgi.FieldStorage, asynchat.async_chat, telnetlib.Telnet, formatter.NullWriter)
