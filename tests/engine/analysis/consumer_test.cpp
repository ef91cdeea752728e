#include "engine/analysis/consumer.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/parsed.h"

namespace py3k::engine {
namespace {

// What becomes of the first `d.keys()` of a source: one letter for each thing.
std::string uses(const std::string& text) {
  const tests::Parsed source(text);
  EXPECT_FALSE(source.tree.has_error()) << text;
  const Names names(source.tree);
  const Consumption found = consumption_of(source.find("d.keys()"), names);
  std::string letters;
  if (found.keeps) letters += 'k';
  if (found.iterates) letters += 'i';
  if (found.searches) letters += 's';
  if (found.counts) letters += 'c';
  if (found.tests) letters += 't';
  if (found.indexes) letters += 'x';
  if (found.reverses) letters += 'r';
  return letters + std::to_string(found.loops.size());
}

TEST(Consumption, OfStatements) {
  EXPECT_EQ(uses("for k in d.keys(): pass\n"), "i1");
  EXPECT_EQ(uses("for k in (d.keys()): pass\n"), "i1");
  EXPECT_EQ(uses("for k in d.keys(), 1: pass\n"), "k0");
  EXPECT_EQ(uses("a, b = d.keys()\n"), "i0");
  EXPECT_EQ(uses("[a, b] = (c, e) = d.keys()\n"), "i0");
  EXPECT_EQ(uses("x = a, b = d.keys()\n"), "k0");
  EXPECT_EQ(uses("x = d.keys()\n"), "k0");
  EXPECT_EQ(uses("print d.keys()\n"), "k0");
  EXPECT_EQ(uses("def f(): return d.keys()\n"), "k0");
  EXPECT_EQ(uses("if d.keys(): pass\n"), "t0");
  EXPECT_EQ(uses("while not d.keys(): pass\n"), "t0");
  EXPECT_EQ(uses("assert d.keys(), 1\n"), "t0");
  EXPECT_EQ(uses("assert x, d.keys()\n"), "k0");
}

TEST(Consumption, OfExpressions) {
  EXPECT_EQ(uses("k in d.keys()\n"), "s0");
  EXPECT_EQ(uses("k not in d.keys()\n"), "s0");
  EXPECT_EQ(uses("k in d.keys() in x\n"), "k0");
  EXPECT_EQ(uses("d.keys() in x\n"), "k0");
  EXPECT_EQ(uses("d.keys() == x\n"), "k0");
  EXPECT_EQ(uses("d.keys()[0]\n"), "x0");
  EXPECT_EQ(uses("d.keys()[:]\n"), "k0");
  EXPECT_EQ(uses("x[d.keys()]\n"), "k0");
  EXPECT_EQ(uses("d.keys() + x\n"), "k0");
  EXPECT_EQ(uses("1 if d.keys() else 2\n"), "t0");
  EXPECT_EQ(uses("x = d.keys() or 2\n"), "kt0");
  EXPECT_EQ(uses("for k in d.keys() or x: pass\n"), "it1");
  EXPECT_EQ(uses("for k in d.keys() if x else y: pass\n"), "i1");
  EXPECT_EQ(uses("for k in x if d.keys() else y: pass\n"), "t0");
}

TEST(Consumption, OfComprehensions) {
  EXPECT_EQ(uses("[k for k in d.keys()]\n"), "i1");
  EXPECT_EQ(uses("[k for j in x for k in d.keys()]\n"), "i1");
  EXPECT_EQ(uses("[k for k in x if d.keys()]\n"), "t0");
  EXPECT_EQ(uses("[d.keys() for k in x]\n"), "k0");
  EXPECT_EQ(uses("sum(k for k in d.keys())\n"), "i1");
  EXPECT_EQ(uses("for x in (k for k in d.keys()): pass\n"), "i2");
}

TEST(Consumption, OfArguments) {
  EXPECT_EQ(uses("f(d.keys())\n"), "k0");
  EXPECT_EQ(uses("f(*d.keys())\n"), "i0");
  EXPECT_EQ(uses("f(k=d.keys())\n"), "k0");
  EXPECT_EQ(uses("list(d.keys())\n"), "i0");
  EXPECT_EQ(uses("sorted(d.keys(), key=f)\n"), "i0");
  EXPECT_EQ(uses("sorted(x, d.keys())\n"), "k0");
  EXPECT_EQ(uses("max(d.keys())\n"), "i0");
  EXPECT_EQ(uses("max(d.keys(), x)\n"), "k0");
  EXPECT_EQ(uses("len(d.keys())\n"), "c0");
  EXPECT_EQ(uses("reversed(d.keys())\n"), "r0");
  EXPECT_EQ(uses("x = enumerate(d.keys())\n"), "i0");
  EXPECT_EQ(uses("for k in enumerate(d.keys()): pass\n"), "i1");
  EXPECT_EQ(uses("for k in zip(x, d.keys()): pass\n"), "i1");
  EXPECT_EQ(uses("map(d.keys(), x)\n"), "k0");
  EXPECT_EQ(uses("map(f, d.keys())\n"), "i0");
  EXPECT_EQ(uses("','.join(d.keys())\n"), "i0");
  EXPECT_EQ(uses("x.extend(d.keys())\n"), "i0");
  EXPECT_EQ(uses("import itertools as i\nfor k in i.chain(x, d.keys()): pass\n"), "i1");
  EXPECT_EQ(uses("def list(x): return x\nlist(d.keys())\n"), "k0");
}

TEST(Consumption, OfArgumentsOfOwnFunctions) {
  EXPECT_EQ(uses("def f(x): return sum(x)\nf(d.keys())\n"), "i0");
  EXPECT_EQ(uses("def f(x, y):\n  if y:\n    return sorted(map(abs, x))\nf(d.keys())\n"), "i0");
  EXPECT_EQ(uses("def f(x): return map(abs, x)\nf(d.keys())\n"), "i0") << "map() becomes a list there";
  EXPECT_EQ(uses("def f(x): return sum(x) + sum(x)\nf(d.keys())\n"), "x0");
  EXPECT_EQ(uses("def f(x):\n  d.clear()\n  return sum(x)\nf(d.keys())\n"), "x0") << "d is another by then";
  EXPECT_EQ(uses("def f(x):\n  del d[1]\n  return sum(x)\nf(d.keys())\n"), "x0");
  EXPECT_EQ(uses("def f(x): return d.pop(1) or sum(x)\nf(d.keys())\n"), "x0");
  EXPECT_EQ(uses("def f(x): yield sum(x)\nf(d.keys())\n"), "x0") << "it runs when d may be another";
  EXPECT_EQ(uses("def f(x): return lambda: sum(x)\nf(d.keys())\n"), "x0");
  EXPECT_EQ(uses("def f(x):\n  for y in 1, 2: sum(x)\nf(d.keys())\n"), "x0");
  EXPECT_EQ(uses("def f(x):\n  for y in x: g(y)\nf(d.keys())\n"), "x0");
  EXPECT_EQ(uses("def f(x): return sum(x)\ndef g(x): return len(x) or list(x)\ng(d.keys())\n"), "x0");
  EXPECT_EQ(uses("def f(x): return x\nf(d.keys())\n"), "k0");
  EXPECT_EQ(uses("@g\ndef f(x): return sum(x)\nf(d.keys())\n"), "k0");
  EXPECT_EQ(uses("def f(x, n): return f(map(abs, x), n - 1) if n else sum(x)\nf(d.keys(), 3)\n"), "x0");
  EXPECT_EQ(uses("def f(x): return sum(x) or g(map(abs, x))\ndef g(x): return f(map(abs, x))\nf(d.keys())\n"), "x0");
  EXPECT_EQ(uses("def f(x): return iter(x)\nf(d.keys())\n"), "k0");
}

bool changes(const std::string& text) {
  const tests::Parsed source(text);
  EXPECT_FALSE(source.tree.has_error()) << text;
  const Names names(source.tree);
  const Node call = source.find(Kind::kForStatement).child(Field::kRight);
  return may_change(source.find(Kind::kForStatement), call.child(Field::kFunction).child(Field::kObject), names);
}

TEST(LoopChange, SeesWhatTheBodyDoes) {
  EXPECT_TRUE(changes("for k in d.keys(): del d[k]\n"));
  EXPECT_TRUE(changes("for k in d.keys(): d[k + 1] = 2\n"));
  EXPECT_TRUE(changes("for k in d.values(): d[k] = 2\n"));
  EXPECT_TRUE(changes("for k in d.keys(): d.pop(k)\n"));
  EXPECT_TRUE(changes("for k in d.keys(): f(d)\n"));
  EXPECT_TRUE(changes("for k in a . b.keys(): del a.b[k]\n"));
  EXPECT_TRUE(changes("for k in vars(x).keys(): f(k)\n"));
  EXPECT_FALSE(changes("for k in vars(x).keys(): print k\n"));
  EXPECT_FALSE(changes("for k in d.keys(): d[k] = 2\n"));
  EXPECT_FALSE(changes("for k, v in d.items(): d[k] = v + 1\n"));
  EXPECT_FALSE(changes("for k in d.keys(): print d[k], len(d), d.get(k)\n"));
  EXPECT_FALSE(changes("for k in d.keys(): e[k] = 1; del c[k]; f(k)\n"));
}

TEST(LoopChange, SeesWhatOthersDo) {
  const std::string loop = "for k in self.d.keys(): self.f(k)\n";
  EXPECT_FALSE(changes(loop));
  EXPECT_TRUE(changes(loop + "def g(): del other.d[1]\n"));
  EXPECT_FALSE(changes(loop + "del other.d[1]\n")) << "the module's code does not run in the loop";
  EXPECT_FALSE(changes("for k in self.d.keys(): self.assertEqual(k, 1)\ndef g(): del self.d[1]\n"));
  EXPECT_TRUE(changes("for k in x.__dict__.keys(): f(k)\n"));
  EXPECT_TRUE(changes("for k in x.__dict__.keys(): x.a = 1\n"));
  EXPECT_FALSE(changes("for k in x.__dict__.keys(): y[k] = type(k)\n"));
  EXPECT_FALSE(changes(loop + "del other.e[1]\n"));
  EXPECT_TRUE(changes("d = {}\nfor k in d.keys(): f(k)\ndef f(k): d[k] = 1\n"));
  EXPECT_TRUE(changes("for c in self.d.values(): c.close()\n"));
  EXPECT_FALSE(changes("def f():\n  d = {}\n  for c in d.values(): c.close()\n"));
}

std::string uses_by_variable(const std::string& body, const std::string& before = "  ") {
  const tests::Parsed source("def f(d, x):\n" + before + "x = d.keys()\n" + body);
  EXPECT_FALSE(source.tree.has_error()) << body;
  const Names names(source.tree);
  const auto found = consumption_by_variable(source.find("d.keys()"), names);
  if (!found) return "none";
  return std::string(found->keeps ? "k" : "") + (found->iterates ? "i" : "") + (found->counts ? "c" : "");
}

TEST(Consumption, ByVariable) {
  EXPECT_EQ(uses_by_variable("  for k in x: print len(x)\n"), "ic");
  EXPECT_EQ(uses_by_variable("  x[1:2] = 3\n"), "k");
  EXPECT_EQ(uses_by_variable("  x[1] = 3\n"), "k");
  EXPECT_EQ(uses_by_variable("  return x\n"), "k");
  EXPECT_EQ(uses_by_variable("  return [a for a in x]\n"), "i");
  EXPECT_EQ(uses_by_variable("  return lambda: list(x)\n"), "ki");
  EXPECT_EQ(uses_by_variable("  x += [1]\n"), "none");
  EXPECT_EQ(uses_by_variable("  while x: print x\n  for x in x: pass\n"), "ki");
  EXPECT_EQ(uses_by_variable("  return len(x)\n", "  print x; "), "c");
  EXPECT_EQ(uses_by_variable("  return len(x)\n", "  while d: print x; "), "kc");
}

}  // namespace
}  // namespace py3k::engine
