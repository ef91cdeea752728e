class BasesTest(TestCase):
    def test_order(self):
        with self.assertRaises(TypeError):
            class X(object, Structure):
                pass
