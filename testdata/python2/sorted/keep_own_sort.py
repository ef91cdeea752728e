class Query:
    def sort(self, column):
        return self

    def by(self, column):
        self.sort(column)


def f(q, column):
    q.sort(column)
    q.sort('name')
