# py3k-test: --from auto
async def f(x):
    if x is f'{x}':  # never a constant
        return
    if x is 'a':
        return x is not 5
