next = 3
print(it.__next__())


class A:
    def __next__(self):
        return it.__next__()
