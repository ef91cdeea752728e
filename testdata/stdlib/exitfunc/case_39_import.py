"""Doc."""
import sys, os

def main():
    sys.exitfunc = f
