# -*- coding: utf-8 -*-
# What other processes print is bytes: it is compared, split, looked for, matched, and shown.
import re
import subprocess

out, err = subprocess.Popen(['printf', 'a=1\nb=caf\\303\\251\n'], stdout=subprocess.PIPE).communicate()
settings = dict(line.split('=', 1) for line in out.splitlines())
print settings['a'], settings['b']
print 'a=1' in out, out.startswith('a'), out.count('\n')
if out.strip().endswith('\xc3\xa9'):
    print 'accent'


def run(command, text):
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    return process.communicate(text)[0]


print run(['cat'], 'hello\n').strip().upper()
version = re.search(r'v(\d+)\.(\d+)', run(['cat'], 'tool v2.7\n'))
print int(version.group(1)) + int(version.group(2)), 'of', version.group(0)
process = subprocess.Popen('echo one; echo two', shell=True, stdout=subprocess.PIPE)
for number, line in enumerate(process.stdout):
    if line == 'one\n':
        print 'first',
    print number, line.rstrip()
print 'tail: ' + str(subprocess.check_output(['echo', 'x'])).strip()
