#! /usr/bin/env -S python3 -tt
print(1)
