class Job(object):
    def __init__(self, async_=False, *nonlocal_):
        self.async_ = async_  # see await
        self.rest = nonlocal_


def start(job, await_=None): return job.async_ and await_; print(await_)


job = Job(async_=True)
print(job . async_, end=' ')
print(start(job, await_=lambda async_: async_))
async_ = 1; print(repr(async_))
for await_ in range(2): print(await_)
