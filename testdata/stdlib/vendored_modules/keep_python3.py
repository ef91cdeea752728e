# py3k-test: --vendor --module sgmllib
print(f'{1}', end='')
import multifile
