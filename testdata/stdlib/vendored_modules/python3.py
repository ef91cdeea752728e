# py3k-test: --vendor --module telnetlib
import telnetlib
print(f'{telnetlib.Telnet}', end='')
