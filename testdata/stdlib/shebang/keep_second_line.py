# py3k-test: --from auto
#!/usr/bin/python2
x = 1
