def reload(x):
    return x
reload(m)
page.reload()
