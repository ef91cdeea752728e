import binascii, random, ssl
import rfc822 as mail
import re

print mail.AddressList("a@b"), mail.quote('"')
random.jumpahead(3)
flags = re.I | re.T
compiled = re.template("a"), map(re.template, ["b"])
ssl.match_hostname(certificate, "host")
print binascii.rlecode_hqx(data)
