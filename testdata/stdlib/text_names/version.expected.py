from sys import version, version_info
import sys as s

x = '%d.%d' % version_info[:2]
y = str(s.version_info[1])
