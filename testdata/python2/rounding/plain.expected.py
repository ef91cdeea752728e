"""Doc."""
import os


def _round(number, digits=0):
    """Gives what round() gave in Python 2: a float, and halves go away from zero."""
    import decimal
    number = float(number)
    if not abs(number) < 2 ** 52:
        return number
    last = decimal.Decimal('1e%d' % -digits)
    return float(decimal.Decimal(number).quantize(last, decimal.ROUND_HALF_UP))


x = _round(2.5)
y = int(_round(os.path.getsize('a') / 3.0, 1))
z = list(map(round, [1.5]))
