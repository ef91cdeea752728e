# py3k-test: --from auto
async def f(x):
    a = '\\d\u1234\N{EM DASH}'
    b = r'\d'
    c = br'\u1234'
    d = '\u0100'
    e = u'\\d'
    return f'\d{x}', rb'\d', r'\d', R"\d", Rb'\d'
