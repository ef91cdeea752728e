def f(a):
        if a:
            print("x")
        return """
	kept"""  # tab here:	here
        class C:
                b = (1,
	2)
