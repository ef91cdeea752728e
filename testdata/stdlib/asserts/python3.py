def test(self, *, x: int):
    self.assertEquals(x, 1)
