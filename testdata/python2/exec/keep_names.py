# py3k-test: -f exec --from 2
executed = exec_ = 1
text = """
exec code in scope
"""
# exec code
