def test(self, *, x: int):
    self.assertEqual(x, 1)
