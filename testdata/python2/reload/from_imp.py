from imp import reload
reload(m)
