from sys import version
import sys as s

x = version[:3]
y = s.version[2]
