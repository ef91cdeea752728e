# vim: set ts=4:
x = "5 €, “quoted”"
