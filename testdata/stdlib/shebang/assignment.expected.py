#!/usr/bin/env -S PYTHONPATH=lib python3 -Wignore -b
print(1)
