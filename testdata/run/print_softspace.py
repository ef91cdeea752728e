# A trailing comma leaves a space for the next print, unless a line or a tab just ended.
print "a",
print "b"
print "no newline\n",
print "so no space"
print "tab\t",
print "no space either"
print "blank ",
print "two spaces"
print "a", "b",
print "c"
print "a", "b\n",
print "c"
print 'x\ty',
print 'z'
print """many
lines
""",
print "next"
print r"raw\n",
print "still a space"
print u"uni\n",
print "no space"
print "%s\n" % "formatted",
print "again no space"
print ("paren\n"),
print "no space here"
print "joined " "strings\n",
print "no space there"
print "",
print "after an empty string"
for word in ["x", "y", "z"]:
    print word,
print "."
for number in [1, 2, 3]:
    print number, number * number,
print "end"
