#!/usr/bin/env python
"""A small program of its time: counts what is in stock."""
from __future__ import generators
import sys


class StockError(Exception):
    pass


class Item(object):
    def __init__(self, name, (price, count)=(0L, 0)):
        self.name, self.price, self.count = name, price, count

    def __nonzero__(self):
        return self.count <> 0

    def __repr__(self):
        return "Item(%s, %s)" % (`self.name`, `self.count`)


class Stock(dict):
    def add(self, name, *pair):
        if self.has_key(name):
            raise StockError, "have %s" % name
        if not isinstance(name, basestring): raise TypeError, `name`
        self[name] = Item(name, pair)

    def worth(self):
        return sum([item.price * item.count for item in self.itervalues()])

    def by(self, key):
        items = self.items()
        items.sort(key=lambda (name, item): (key(item), name))
        for name, item in items: yield item


stock = Stock()
for line in "nut 2 010", "bolt 3 4", "gear 15 0", "nut 1 1":
    parts = line.split()
    try:
        stock.add(parts[0], long(parts[1]), int(parts[2], 8))
    except StockError, e:
        print >>sys.stdout, "error:", e
    else: print "added", parts[0],; print "-", stock[parts[0]]
try: stock.add(5)
except (TypeError, StockError), e: print e.__class__.__name__, e
print "worth", stock.worth(), "in", len(stock.keys()), "kinds"
print [item for item in stock.by(lambda i: i.count)]
first = stock.by(lambda i: -i.price).next()
print first.name, not first
for name in stock.keys():
    if not stock[name]: del stock[name]
print sorted(stock.keys()), "%o" % 0644, `unicode("end")`.lstrip("u")
