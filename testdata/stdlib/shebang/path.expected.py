#!/usr/local/bin/python3
print(1)
