try:
    pass
except A as e:
    print(e)
except (A, B) as e:
    print(e)
except (A) as e:
    raise
except a.B as e:
    pass
except a().b[c] as e:
    pass
except A:
    pass
except:
    pass
else:
    pass
finally:
    pass
