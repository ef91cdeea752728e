async def gen():
    yield 123
    raise StopIteration
