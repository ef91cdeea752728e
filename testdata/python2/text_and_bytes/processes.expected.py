import subprocess
import re

VERSION = re.compile(r'(\d+)\.(\d+)')


def run(command):
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE)
    output, errors = process.communicate(b'y\n')
    if b'fatal' in output:
        raise ValueError(output.decode('utf-8'))
    return output


for line in run(['ls']).splitlines():
    if VERSION.search(line):
        print(VERSION.search(line).group(1), 'of', line)
text = subprocess.Popen('ls', stdout=subprocess.PIPE, universal_newlines=True).communicate()[0]
print(text.split('\n')[0])
print('head: ' + subprocess.check_output(['git', 'log']).decode('utf-8'))
listing = {}
listing[run('ls')] = str(run('ls'))
print(listing['a'])
print(run('ls').split(), unknown(run('x') + 'y'))
