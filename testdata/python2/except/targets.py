class C:
    def f(self, d):
        try:
            pass
        except A, self.e:
            pass
        except A, d['e']:
            # why
            pass
        except A, d[self.f()].e:  # here
            print(d)
        except A, (a, b):
            print(a, b)
        except A, [a, b]:
            pass
        except (A, B), (a, (b, c)):
            pass
        except A, (a,):
            pass
        except A, e:
            pass
