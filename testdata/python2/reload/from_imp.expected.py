from importlib import reload
reload(m)
