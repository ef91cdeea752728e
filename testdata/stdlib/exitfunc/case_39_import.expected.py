"""Doc."""
import sys, os
import atexit

def main():
    atexit.register(f)
