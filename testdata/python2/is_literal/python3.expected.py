# py3k-test: --from auto
async def f(x):
    if x is f'{x}':  # never a constant
        return
    if x == 'a':
        return x != 5
