class Job(object):
    def __init__(self, async=False, *nonlocal):
        self.async = async  # see await
        self.rest = nonlocal


def start(job, await=None): return job.async and await; print await


job = Job(async=True)
print job . async, start(job, await=lambda async: async)
async = 1; print `async`
for await in range(2): print await
