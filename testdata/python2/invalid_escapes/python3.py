# py3k-test: --from auto
async def f(x):
    a = '\d\u1234\N{EM DASH}'
    b = '\d'
    c = b'\u1234'
    d = '\400'
    e = u'\d'
    return f'\d{x}', rb'\d', r'\d', R"\d", Rb'\d'
