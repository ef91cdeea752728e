# py3k-test: -f buffer
part = memoryview(data)[4:8]
