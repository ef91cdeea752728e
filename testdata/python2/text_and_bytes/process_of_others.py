import re
import subprocess

import project


def version(command):
    pipe = project.run(command, stdout=subprocess.PIPE)
    line = pipe.stdout.readline()
    match = re.search(r'[0-9]+', line)
    if match:
        return match.group(0)
    return pipe.stdout.read().strip() or 'none'


def lines(command):
    out = project.run(command, stdout=subprocess.PIPE)
    return out.split('\n')


def text(command):
    pipe = project.run(command, stdout=subprocess.PIPE, universal_newlines=True)
    return pipe.stdout.read().split('\n')
