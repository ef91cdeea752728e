# py3k-test: -f buffer
part = buffer(data)[4:8]
