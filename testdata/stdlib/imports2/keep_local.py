whichdb = 1
whichdb.whichdb
