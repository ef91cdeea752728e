def again():
    try:
        a()
    except A as e:
        b(e)
    try:
        a()
    except A as e:
        b(e)
    e = 1
    print(e)
def left():
    for a in b:
        try:
            c()
        except A as e:
            return d(e)
        e = 1
        print(e)
def loops():
    while a:
        try:
            c()
        except A as e:
            d(e)
            continue
    for e in a:
        print(e)
    return [e for e in b if e]
def branches():
    try:
        a()
    except A as e:
        pass
    if a:
        e = 1
    else:
        e = 2
    return e
def own(e=None):
    try:
        a()
    except A as e:
        b(x for x in e.args)
        return [e.b for c in d]
def others():
    e = 1
    return lambda: e
def parameter():
    try:
        a()
    except A as e:
        pass
    return lambda e: e
def with_clauses_around():
    try:
        try:
            a()
        except A as e:
            return
    except B as e:
        print(e)
    finally:
        e = 1
def with_others_that_use_locals():
    try:
        a()
    except A as e:
        pass
    return b.locals()
def by_its_own_list():
    try:
        a()
    except A as e:
        pass
    return b + [e for e in c] and [e for e in d]
