import logging
print(1)
n = {**logging._nameToLevel, **logging._levelToName}[10], {**logging._nameToLevel, **logging._levelToName}.get('INFO')
print({**logging._nameToLevel, **logging._levelToName}['INFO'])
