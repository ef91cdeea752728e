import sys
sys.exitfunc = done
if x: sys.exitfunc = lambda: f(`x`)
