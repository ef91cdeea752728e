try:
    pass
except A, e:
    print(e)
except (A, B), e:
    print(e)
except (A), e:
    raise
except a.B, e:
    pass
except a().b[c], e:
    pass
except A:
    pass
except:
    pass
else:
    pass
finally:
    pass
