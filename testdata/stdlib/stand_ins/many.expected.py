import binascii, random, ssl
import re
import email.utils
import hashlib


class AddressList(object):
    def __init__(self, field):
        self.addresslist = email.utils.getaddresses([field]) if field else []

    def __len__(self):
        return len(self.addresslist)

    def __str__(self):
        return ', '.join('"%s" <%s>' % pair if pair[0] else pair[1] for pair in self.addresslist)

    def __add__(self, other):
        made = AddressList(None)
        made.addresslist = self.addresslist + [pair for pair in other.addresslist if pair not in self.addresslist]
        return made

    def __iadd__(self, other):
        self.addresslist += [pair for pair in other.addresslist if pair not in self.addresslist]
        return self

    def __sub__(self, other):
        made = AddressList(None)
        made.addresslist = [pair for pair in self.addresslist if pair not in other.addresslist]
        return made

    def __isub__(self, other):
        for pair in other.addresslist:
            if pair in self.addresslist:
                self.addresslist.remove(pair)
        return self

    def __getitem__(self, index):
        return self.addresslist[index]


def jumpahead(n):
    version, state, gauss = random.getstate()
    text = '%r(%d, (%s), %r)' % (n, version, ', '.join('%dL' % word for word in state), gauss)
    far = int(hashlib.sha512(text.encode('ascii')).hexdigest(), 16)
    words = list(state[:-1])
    for at in range(len(words) - 1, 1, -1):
        other = far % at
        words[at], words[other] = words[other], words[at]
    words = [(word + at + 1) % 2 ** 32 for at, word in enumerate(words)]
    random.setstate((version, tuple(words) + (len(words),), gauss))


def match_hostname(cert, hostname):
    if not cert:
        raise ValueError('no certificate to match %r with' % hostname)
    names = [value for kind, value in cert.get('subjectAltName', ()) if kind == 'DNS']
    if not names:
        names = [value for part in cert.get('subject', ()) for kind, value in part if kind == 'commonName']
    host = hostname.lower().partition('.')[0]
    for name in names:
        first = name.lower().partition('.')[0]
        before, star, after = first.partition('*')
        if '*' in after:
            raise ssl.CertificateError('too many wildcards in %r' % name)
        if name and name.lower() == hostname.lower():
            return
        is_partial = first != '*' and (first.startswith('xn--') or host.startswith('xn--'))
        is_long_enough = len(host) >= max(len(before) + len(after), 1)
        if (star and not is_partial and is_long_enough and host.startswith(before) and host.endswith(after) and
                name.lower()[len(first):] == hostname.lower()[len(host):]):
            return
    raise ssl.CertificateError('hostname %r matches none of %r' % (hostname, names))


def rlecode_hqx(data):
    data, coded, at = bytearray(data), bytearray(), 0
    while at < len(data):
        end = at + 1
        while end < min(len(data), at + 255) and data[end] == data[at] != 144:
            end += 1
        if end - at > 3:
            coded += bytearray((data[at], 144, end - at))
            at = end
        else:
            coded += bytearray((144, 0)) if data[at] == 144 else data[at:at + 1]
            at += 1
    return bytes(coded)


print(AddressList("a@b"), email.utils.quote('"'))
jumpahead(3)
flags = re.I | 0
compiled = re.compile("a"), list(map(re.compile, ["b"]))
match_hostname(certificate, "host")
print(rlecode_hqx(data))
