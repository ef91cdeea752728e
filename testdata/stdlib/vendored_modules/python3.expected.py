# py3k-test: --vendor --module telnetlib
import _vendor.telnetlib as telnetlib
print(f'{telnetlib.Telnet}', end='')
