"""Looks like print "docstring", but is text.

print "nothing"
exec "nothing"
"""
text = 'print "x"'
code = """
print 'y', `1`, 1 <> 2
raise E, "v"
"""
printer = 3
print_ = 4
exec_ = 5
executed = [printer, print_, exec_]
print text
print code.count("print"), len(code)
print executed
print __doc__.split('"')[1]
print {'print': 1}['print'], getattr({}, "has_key" if 0 else "get")('print')
# print "a comment", `x`


class Fields(object):
    printed = True
    exec_count = 2


print Fields.printed, Fields.exec_count
print "print" + "exec", 'print' 'exec'
print "\"print\"", '\'exec\'', "a\\"
print "a" if "print" else "b"
