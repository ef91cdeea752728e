# Python 3 deletes the name at the end of its clause.
def after():
    try:
        a()
    except A as exc1:
        e = exc1
        pass
    return e
def before_it_is_bound_again():
    e = None
    try:
        a()
    except A as exc1:
        e = exc1
        b()
    if e:
        print(e)
    e = 1
def in_the_next_round():
    e = None
    while a(e):
        try:
            b()
        except A as exc1:
            e = exc1
            c()
def in_finally():
    try:
        a()
    except A as exc1:
        e = exc1
        pass
    finally:
        b(e)
def by_a_function():
    try:
        a()
    except A as exc1:
        e = exc1
        return lambda: e
def by_a_jump():
    for a in b:
        try:
            c()
        except A as exc1:
            e = exc1
            break
        else:
            return
    print(e)
def in_the_else_of_a_loop():
    for a in b:
        try:
            c()
            break
        except A as exc1:
            e = exc1
            d()
    else:
        raise e
def deleted():
    try:
        a()
    except A as exc1:
        e = exc1
        pass
    del e
def in_place():
    try:
        a()
    except A as exc1:
        e = exc1
        pass
    e += 1
def in_one_branch():
    try:
        a()
    except A as exc1:
        e = exc1
        pass
    if a:
        e = 1
    print(e)
def one_of_two():
    try:
        a()
    except A as e:
        return
    except B as exc1:
        e = exc1
        pass
    print(e)
def only_in_the_last():
    try:
        a()
    except A as e:
        pass
    try:
        e = b()
    except B as exc1:
        e = exc1
        pass
    return e
try:
    a()
except A as exc1:
    error = exc1
    pass
def at_module_level():
    return error
def as_a_global():
    global shared
    try:
        a()
    except A as exc1:
        shared = exc1
        pass
def exc():
    return shared
def with_an_else_further_on():
    try:
        a()
    except A as exc1:
        e = exc1
        pass
    try:
        b()
    except B:
        print(e)
    else:
        pass
def with_a_finally_further_on():
    try:
        a()
    except A as exc1:
        e = exc1
        pass
    try:
        b()
    except B:
        print(e)
    finally:
        e = 1
def in_a_finally_around():
    e = None
    try:
        try:
            a()
        except A as exc1:
            e = exc1
            return
    finally:
        print(e)
def in_an_except_around():
    e = None
    try:
        try:
            a()
        except A as exc1:
            e = exc1
            raise
    except B:
        print(e)
class Attribute:
    try:
        a()
    except A as exc1:
        e = exc1
        pass
def as_one_of_all():
    try:
        a()
    except A as exc1:
        e = exc1
        pass
    return locals()
def by_code_in_text():
    try:
        a()
    except A as exc1:
        e = exc1
        pass
    exec(b, c)
def in_the_condition_of_a_list():
    try:
        a()
    except A as exc1:
        e = exc1
        pass
    return [b for b in c if e]


def looked_at():
    try: pass
    except IOError as exc1:
        e = exc1
        pass
    return locals()


def other(x):
    try: pass
    except IOError as e:
        pass
    return vars(x), dir(x)
