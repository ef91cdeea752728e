import httplib, HTMLParser
import commands as shell
from UserString import MutableString, UserString
from SimpleXMLRPCServer import remove_duplicates

connection = httplib.HTTPConnection("host")
try:
    HTMLParser.HTMLParser().feed(text)
except HTMLParser.HTMLParseError, error:
    print error
print shell.getstatus("/"), shell.getoutput("ls"), MutableString("x"), UserString("y"), remove_duplicates([1, 1])
