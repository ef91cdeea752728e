class C:
    def f(self, d):
        try:
            pass
        except A as exc:
            self.e = exc
            pass
        except A as exc:
            # why
            d['e'] = exc
            pass
        except A as exc:  # here
            d[self.f()].e = exc
            print(d)
        except A as exc:
            (a, b) = exc.args
            print((a, b))
        except A as exc:
            [a, b] = exc.args
            pass
        except (A, B) as exc:
            (a, (b, c)) = exc.args
            pass
        except A as exc:
            (a,) = exc.args
            pass
        except A as e:
            pass
