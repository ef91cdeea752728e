import operator
import unittest


def test_warning():
    with pytest.warns(UserWarning):
        suite = unittest.makeSuite(Loading)
    with pytest.warns(DeprecationWarning):
        operator.div(1, 2)
