from os import environ
import collections
import os
import sys
import urllib.parse
import email.message
import email


class FormContentDict(collections.UserDict):
    def __init__(self, environ=os.environ, keep_blank_values=0, strict_parsing=0):
        self.dict = self.data = parse1(environ=environ, keep_blank_values=keep_blank_values,
                                      strict_parsing=strict_parsing)
        self.query_string = environ['QUERY_STRING']


class SvFormContentDict(FormContentDict):
    def __getitem__(self, key):
        if len(self.dict[key]) > 1:
            raise IndexError('expecting a single value')
        return self.dict[key][0]

    def getlist(self, key):
        return self.dict[key]

    def values(self):
        return [value[0] if len(value) == 1 else value for value in self.dict.values()]

    def items(self):
        return list(zip(self.dict, self.values()))


def parse1(fp=None, environ=os.environ, keep_blank_values=0, strict_parsing=0):
    fp = sys.stdin if fp is None else fp
    fp = getattr(fp, 'buffer', fp)
    body = ''
    is_post = environ.setdefault('REQUEST_METHOD', 'GET') == 'POST'
    if is_post:
        kind, options = parse_header(environ['CONTENT_TYPE'])
        if kind == 'multipart/form-data':
            return parse_multipart(fp, options)
        if kind == 'application/x-www-form-urlencoded':
            body = fp.read(int(environ['CONTENT_LENGTH']))
            body = body.decode('utf-8') if isinstance(body, bytes) else body
    query = environ['QUERY_STRING'] if 'QUERY_STRING' in environ else ''.join(sys.argv[1:2])
    environ['QUERY_STRING'] = '&'.join(text for text in (body, query) if text)
    return urllib.parse.parse_qs(environ['QUERY_STRING'], keep_blank_values, strict_parsing)


def parse_header(line):
    message = email.message.Message()
    message['content-type'] = line
    parts = message.get_params()
    return parts[0][0], dict(parts[1:])


def parse_multipart(fp, pdict):
    boundary = pdict['boundary']
    if isinstance(boundary, str):
        boundary = boundary.encode('ascii')
    head = b'Content-Type: multipart/form-data; boundary="' + boundary + b'"\r\n\r\n'
    found = {}
    for part in email.message_from_bytes(head + fp.read()).get_payload():
        name = part.get_param('name', header='content-disposition')
        value = part.get_payload(decode=True)
        if name is not None:
            found.setdefault(name, []).append(value if part.get_filename() else value.decode('utf-8', 'replace'))
    return found


def print_arguments():
    print('\n<H3>Command Line Arguments:</H3>\n')
    print(sys.argv)
    print()


parse = environ
form = SvFormContentDict()
print(form["a"])
print_arguments()
