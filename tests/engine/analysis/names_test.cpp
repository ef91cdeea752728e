#include "engine/analysis/names.h"

#include <gtest/gtest.h>

#include <cctype>
#include <string>
#include <vector>

#include "engine/dialect/lexer.h"

namespace py3k::engine {
namespace {

struct File {
  explicit File(std::string source, Language language = Language::kPython2)
      : text(std::move(source)), lexed(lex(text, {.language = language})), tree(Tree::parse(lexed)), names(tree) {
    EXPECT_FALSE(tree.has_error()) << text;
  }

  std::vector<Node> identifiers(std::string_view name) const {
    std::vector<Node> found;
    for (Node node : tree.root().subtree())
      if (node.is(Kind::kIdentifier) && node.text() == name) found.push_back(node);
    return found;
  }
  Node identifier(std::string_view name, std::size_t position = 0) const { return identifiers(name).at(position); }
  Node first(Kind kind) const {
    for (Node node : tree.root().subtree())
      if (node.is(kind)) return node;
    return {};
  }
  // The first expression with that text, the largest one.
  Node expression(std::string_view text) const {
    for (Node node : tree.root().subtree())
      if (node.text() == text && node.is_any(Kind::kIdentifier, Kind::kAttribute)) return node;
    return {};
  }

  const std::string text;
  const LexedSource lexed;
  const Tree tree;
  const Names names;
};

// One letter for each identifier `x` of a source: the scope that binds it (module, class, function, lambda, `g` for a
// generator or other comprehension), upper case where the identifier is a site; `b` for free (a builtin), `-` where it
// is no name.
std::string letters(const File& file) {
  std::string result;
  for (Node node : file.identifiers("x")) {
    const Binding* binding = file.names.binding(node);
    if (binding == nullptr) {
      result += file.names.is_name(node) ? 'b' : '-';
      continue;
    }
    const char letter = "mcflg"[static_cast<int>(binding->scope->kind)];
    bool site = false;
    for (const BindingSite& it : binding->sites) site = site || it.node == node;
    result += site ? static_cast<char>(std::toupper(letter)) : letter;
  }
  return result;
}

struct Case {
  const char* source;
  const char* letters;
};

void check(const std::vector<Case>& cases, Language language = Language::kPython2) {
  for (const Case& it : cases) EXPECT_EQ(letters(File(it.source, language)), it.letters) << it.source;
}

TEST(Names, WhatBindsAName) {
  check({
      {"print x\n", "b"},
      {"x = 1\nx\n", "Mm"},
      {"x, y = 1, 2\nx\n", "Mm"},
      {"(x, [y, (z, x)]) = 1\n", "MM"},
      {"y = x = 1\nx\n", "Mm"},
      {"x += 1\nx\n", "Mm"},
      {"x.y = 1\n", "b"},
      {"x[0] = 1\n", "b"},
      {"y[x] = 1\n", "b"},
      {"a, x.y, (b, x[0]) = 1\n", "bb"},
      {"for x in y: x\nelse: x\n", "Mmm"},
      {"for y, (x, z) in y: x\n", "Mm"},
      {"for y[x] in z: pass\n", "b"},
      {"with y as x: x\n", "Mm"},
      {"with y as (z, x): x\n", "Mm"},
      {"with y as [x, z]: x\n", "Mm"},
      {"with x as y, y as x: x\n", "mMm"},
      {"with y as x.z: x\n", "bb"},
      {"del x\nx\n", "Mm"},
      {"del (x), y\nx\n", "Mm"},
      {"del (y, [x])\nx\n", "Mm"},
      {"del x[0], x.y\n", "bb"},
      {"def x(): pass\nx\n", "Mm"},
      {"class x: pass\nx\n", "Mm"},
      {"@y\nclass x(object): pass\nx\n", "Mm"},
      {"import x\nx\n", "Mm"},
      {"import x.y\nx\n", "Mm"},
      {"import y.x\nx\n", "-b"},
      {"import y.z as x\nx\n", "Mm"},
      {"import x as y\nx\n", "-b"},
      {"import y, x\nx\n", "Mm"},
      {"from y import x\nx\n", "Mm"},
      {"from y import (z, x)\nx\n", "Mm"},
      {"from y import z as x\nx\n", "Mm"},
      {"from y import x as z\nx\n", "-b"},
      {"from x import y\nx\n", "-b"},
      {"from x.x import *\nx\n", "--b"},
      {"from .x import y\nx\n", "-b"},
      {"from . import x\nx\n", "Mm"},
      {"try: pass\nexcept x, y: x\n", "bb"},
      {"try: pass\nexcept y, x: x\n", "Mm"},
      {"try: pass\nexcept y, (z, x): x\n", "Mm"},
      {"try: pass\nexcept (x, y), z: pass\n", "b"},
      {"try: pass\nexcept y, x.z: pass\n", "b"},
      {"try: pass\nexcept y, x[0]: pass\n", "b"},
      {"try: pass\nexcept (y, z) as x: x\n", "Mm"},
      {"try: pass\nexcept x: pass\n", "b"},
  });
}

TEST(Names, WhatIsNoName) {
  check({
      {"y.x\n", "-"},
      {"x.x.x\n", "b--"},
      {"y(x=x)\n", "-b"},
      {"y(x, *x, **x)\n", "bbb"},
      {"class y(z, x=x): pass\n", "-b"},
      {"y.x = 1\nx\n", "-b"},
      {"del y.x\n", "-"},
      {"y().x(x).x\n", "-b-"},
      {"'x'; \"x\" 'x'\n", ""},
      {"# x\ny\n", ""},
  });
}

TEST(Names, UsesInStatementsOfPython2) {
  check({
      {"print >>x, x, (x), -x\n", "bbbb"},
      {"exec x in x, x\n", "bbb"},
      {"exec x\n", "b"},
      {"raise x, x, x\n", "bbb"},
      {"assert x, x\n", "bb"},
      {"y = `x`, `x, x`\n", "bbb"},
      {"if x <> x: x\nelif x: x\nelse: x\n", "bbbbbb"},
      {"while x: x\n", "bb"},
  });
}

TEST(Names, Functions) {
  check({
      {"def f(x): return x\nx\n", "Ffb"},
      {"def f():\n  x = 1\n  return x\nx\n", "Ffb"},
      {"def f():\n  x\n  x = 1\n", "fF"},
      {"x = 1\ndef f(): return x\n", "Mm"},
      {"def f(): return x\nx = 1\n", "mM"},
      {"def f(): x = 1\nx\n", "Fb"},
      {"def f(x):\n  def g(): return x\n", "Ff"},
      {"def f():\n  def g(): return x\n  x = 1\n", "fF"},
      {"def f(x):\n  def g(x): return x\n  x\n", "FFff"},
      {"def f():\n  def x(): x\n  x\n", "Fff"},
      {"def f():\n  import x\n  x\nx\n", "Ffb"},
      {"def f():\n  for x in x: pass\n", "Ff"},
      {"def f():\n  try: pass\n  except y, x: x\nx\n", "Ffb"},
      {"def f():\n  if 0: x = 1\n  x\n", "Ff"},
      {"def f():\n  del x\n  x\n", "Ff"},
      {"def f():\n  x += 1\n", "F"},
      {"def f():\n  def g(): x = 1\n  x\n", "Fb"},
      {"def f(): pass\nf(x)\n", "b"},
  });
}

TEST(Names, Parameters) {
  check({
      {"def f(y, x=1, *z): x\n", "Ff"},
      {"def f(*x): x\n", "Ff"},
      {"def f(y, **x): x\n", "Ff"},
      {"def f(y, (z, (x, w))): x\n", "Ff"},
      {"def f((x, y)=(1, 2)): x\n", "Ff"},
      {"def f((x)): x\n", "Ff"},
      {"def f(x=x): x\n", "Fbf"},
      {"def f(y=x, x=1): x\n", "bFf"},
      {"def f((x, y)=x): x\n", "Fbf"},
      {"x = 1\ndef f(x=x): x\n", "MFmf"},
      {"def f(x):\n  def g(x=x): x\n", "FFff"},
      {"def f(x=lambda x=x: x): x\n", "FLblf"},
      {"@x(lambda: x)\ndef f(x): x\n", "bbFf"},
      {"lambda x: x\n", "Ll"},
      {"lambda x=x: x\n", "Lbl"},
      {"lambda (x, y), *z: x\n", "Ll"},
      {"lambda *x: x\n", "Ll"},
      {"lambda **x: x\nx\n", "Llb"},
      {"lambda: x\n", "b"},
      {"lambda x: lambda y: x\n", "Ll"},
      {"lambda y: lambda x: (x, y)\nx\n", "Llb"},
      {"f(lambda x: x, x)\n", "Llb"},
  });
}

TEST(Names, Classes) {
  check({
      {"class A:\n  x = 1\n  x\n", "Cc"},
      {"class A:\n  x = 1\n  def f(self): return x\n", "Cb"},
      {"x = 1\nclass A:\n  x = 2\n  def f(self): return x\n", "MCm"},
      {"def f(x):\n  class A:\n    x = 1\n    def f(self): return x\n", "FCf"},
      {"def f(x):\n  class A:\n    y = x\n", "Ff"},
      {"class A:\n  x = 1\n  class B:\n    y = x\n", "Cb"},
      {"class A:\n  x = 1\n  def f(self, y=x): return x\n", "Ccb"},
      {"class A:\n  x = 1\n  y = lambda z=x: x\n", "Ccb"},
      {"class A:\n  x = 1\n  y = [x for z in x]\n", "Ccc"},
      {"class A:\n  x = 1\n  y = list(x for z in x)\n", "Cbc"},
      {"class A:\n  def x(self): x\n  @x\n  def y(self): pass\n", "Cbc"},
      {"class A(x):\n  x = 1\n", "bC"},
      {"class x(x): pass\n", "Mb"},
      {"class x(y): z = x\n", "Mm"},
  });
}

// Code of a class or module runs once, from top to bottom.
TEST(Names, BeforeTheFirstBinding) {
  check({
      {"class A:\n  x = x\n  x\n", "Cbc"},
      {"class A:\n  y = x\n  x = 1\n  x\n", "bCc"},
      {"class A:\n  y = x(1)\n  def x(self): x\n", "bCb"},
      {"class A:\n  @x\n  def x(self): pass\n  x = x\n", "bCCc"},
      {"class A:\n  def x(self, y=x): pass\n", "Cb"},
      {"class A:\n  class x(x): pass\n", "Cb"},
      {"class A:\n  y = x\n  for x in x: x\n", "bCbc"},
      {"class A:\n  y = lambda: x\n  x = 1\n", "bC"},
      {"class A:\n  y = [x for x in y if x]\n", "cCc"},
      {"class A:\n  y, x = 1, x\n  x\n", "Cbc"},
      // The module's variable, not that of a function in between: Python looks up what a class binds that way.
      {"def f(x):\n  class A:\n    x = x\n", "FCb"},
      {"x = 1\ndef f(x):\n  class A:\n    x = x\n", "MFCm"},
      {"x = x\nx\n", "Mbm"},
      {"x = y(lambda: x, x)\n", "Mmb"},
      {"try: x = x\nexcept y: x = z\nx\n", "MbMm"},
      {"def x(y=x): x\n", "Mbm"},
      // A probe for the name that is then defined asks about that name.
      {"try: x\nexcept NameError: x = y\n", "mM"},
      {"y = x\nx = 1\n", "mM"},
      {"y = [x for x in y if x]\n", "mMm"},
      {"x, y = x, 1\n", "Mb"},
      {"for x in y(x): x\n", "Mbm"},
      {"with x(y) as x: x\n", "bMm"},
      {"y = [x for x in y(x)]\nx\n", "mMbm"},
      {"x += x\n", "Mm"},
      {"def f():\n  x = x\n", "Ff"},
  });
}

TEST(Names, Comprehensions) {
  check({
      {"[x for x in y]\nx\n", "mMm"},  // leaks
      {"[x for y in x]\n", "bb"},
      {"def f():\n  [x for x in y]\n  x\nx\n", "fFfb"},
      {"[y for y in 1, x if x]\n", "bb"},
      {"(x for x in y)\nx\n", "gGb"},
      {"(x for x in x)\n", "gGb"},
      {"(y for y in z for x in x if x)\n", "Ggg"},
      {"(x for y in z for w in x)\nx = 1\n", "mmM"},
      {"f(x for x in x)\n", "gGb"},
      {"f((x for x in y), x)\n", "gGb"},
      {"{x for x in x}\n", "gGb"},
      {"{x: x for x in x}\n", "ggGb"},
      {"{y: x for y, x in x}\n", "gGb"},
      {"(lambda: x for x in y)\n", "gG"},
      {"((x for y in x) for x in x)\n", "ggGb"},
      {"(y for y in (x for x in x))\n", "gGb"},
      {"([x for x in y] for z in w)\nx\n", "gGb"},
      {"([y for y in x] for x in x)\n", "gGb"},
      {"(x for z in [x for x in y])\n", "mmM"},
      {"lambda x: (x for y in x)\n", "Lll"},
      {"class A:\n  x = 1\n  (y for y in x if x)\n", "Ccb"},
  });
}

TEST(Names, Global) {
  check({
      {"def f():\n  global x\n  x = 1\nx\n", "MMm"},
      {"x = 1\ndef f():\n  global x\n  x\n", "MMm"},
      {"def f():\n  global x\n  x\n", "bb"},
      {"def f():\n  global y, x\n  import x\ndef g(): x\n", "MMm"},
      {"def f(x):\n  def g():\n    global x\n    x\n", "Fbb"},
      {"def f(x):\n  def g():\n    global x\n    x = 1\n  x\n", "FMMf"},
      {"def f(x):\n  def g():\n    global x\n    def h(): x\n", "Fbb"},
      {"def f(x):\n  def g():\n    global x\n    def h(): x\n    x = 1\n", "FMmM"},
      {"class A:\n  global x\n  x = 1\n  def f(self): x\n", "MMm"},
      {"def f():\n  class A:\n    global x\n    x = 1\n  x\n", "MMm"},
      {"global x\nx = 1\n", "MM"},
      {"def f():\n  global x\n  for x in y: pass\ndef g(): x = 1\n", "MMF"},
      {"def f():\n  global x\n  def x(): x\n", "MMm"},
      {"def f():\n  def g():\n    global x\n    x = 1\n  x\n", "MMm"},
  });
}

TEST(Names, WordsThatArePython3sOnly) {
  File file("nonlocal = 1\ndef f(async=True): return async, nonlocal\nTrue = 0\n");
  EXPECT_EQ(file.names.binding(file.identifier("nonlocal", 1))->scope->kind, ScopeKind::kModule);
  EXPECT_EQ(file.names.binding(file.identifier("async", 1))->scope->kind, ScopeKind::kFunction);
  EXPECT_EQ(file.names.binding(file.identifier("True", 0))->sites.size(), 1U);
}

TEST(Names, Python3) {
  check(
      {
          {"[x for x in x]\nx\n", "gGbb"},
          {"def f(x):\n  def g():\n    nonlocal x\n    x = 1\n  x\n", "FFFf"},
          {"def f():\n  x = 1\n  def g():\n    nonlocal x\n    def h(): x\n", "FFf"},
          {"def f(x):\n  class A:\n    nonlocal x\n    x = 1\n", "FFF"},
          {"x = 1\ndef f():\n  nonlocal x\n  x = 2\n", "MbF"},  // an error in Python
          {"def f(*, x): x\n", "Ff"},
          {"def f(*, x=x): x\n", "Fbf"},
          {"def f(x, /, y): x\n", "Ff"},
          {"def f(x: x) -> x: x\n", "Fbbf"},
          {"def f(x: x = x): x\n", "Fbbf"},
          {"def f(*x: x, **y: x): x\n", "Fbbf"},
          {"def f(y: a.x[x]): x\n", "-bb"},
          {"x: x = 1\n", "Mb"},
          {"y: x\n", "b"},
          {"y: x[x, y] | x\n", "bbb"},
          {"(x := 1)\nx\n", "Mm"},
          {"[x := y for y in z]\nx\n", "Mm"},
          {"def f():\n  [[(x := y) for y in z] for z in w]\n  x\nx\n", "Ffb"},
          {"lambda: (x := 1)\nx\n", "Lb"},
          {"f(x := 1)\nx\n", "Mm"},
          {"f(y=(x := 1))\nx\n", "Mm"},
          {"*x, y = z\nx\n", "Mm"},
          {"(y, *x) = *z, x\n", "Mb"},
          {"for *x, y in z: x\n", "Mm"},
          {"with (y as x, x as z): x\n", "Mmm"},
          {"try: pass\nexcept y as x: x\n", "Mm"},
          {"try: pass\nexcept* y as x: x\n", "Mm"},
          {"class A(metaclass=x): x = 1\n", "bC"},
          {"class A(x=1): pass\n", "-"},
          {"async def x(): await x\n", "Mm"},
          {"def f(x): print(x, file=x)\n", "Fff"},
          {"match x:\n  case y: x\n", "bb"},
          {"match y:\n  case x: x\n", "Mm"},
          {"match y:\n  case x.y: x\n", "bb"},
          {"match y:\n  case [x, *y]: x\n", "Mm"},
          {"match y:\n  case (z, *x): x\n", "Mm"},
          {"match y:\n  case {'x': x, **z}: x\n", "Mm"},
          {"match y:\n  case {x.y: z, **x}: x\n", "mMm"},
          {"match y:\n  case x(x=z): x\n", "b-b"},
          {"match y:\n  case z(x, y=x): x\n", "MMm"},
          {"match y:\n  case (1 | 2) as x: x\n", "Mm"},
          {"match y:\n  case z() as x if x: x\n", "Mmm"},
          {"match y:\n  case 1, x: x\n", "Mm"},
          {"def f[x](y: x) -> x: return x\nx\n", "Ffffb"},
          {"def f[y: x](): pass\n", "b"},
          {"def f[*x, **y](*z: x): x\n", "Fff"},
          {"class A[x](B[x]): y = x\nx\n", "Cccb"},
          {"type x = y[x]\nx\n", "Mmm"},
      },
      Language::kPython3);
}

TEST(Names, ScopeOf) {
  File file(
      "@dec\n"
      "def f(a=default):\n"
      "  class A(base):\n"
      "    body = 1\n"
      "  return lambda b=other: (inner for c in first for d in second if e)\n"
      "last\n");
  const auto kind_at = [&](const char* name) { return file.names.scope_of(file.identifier(name)).kind; };
  EXPECT_EQ(kind_at("dec"), ScopeKind::kModule);
  EXPECT_EQ(kind_at("f"), ScopeKind::kModule);
  EXPECT_EQ(kind_at("a"), ScopeKind::kFunction);
  EXPECT_EQ(kind_at("default"), ScopeKind::kModule);
  EXPECT_EQ(kind_at("base"), ScopeKind::kFunction);
  EXPECT_EQ(kind_at("body"), ScopeKind::kClass);
  EXPECT_EQ(kind_at("b"), ScopeKind::kLambda);
  EXPECT_EQ(kind_at("other"), ScopeKind::kFunction);
  EXPECT_EQ(kind_at("inner"), ScopeKind::kComprehension);
  EXPECT_EQ(kind_at("c"), ScopeKind::kComprehension);
  EXPECT_EQ(kind_at("first"), ScopeKind::kLambda);
  EXPECT_EQ(kind_at("second"), ScopeKind::kComprehension);
  EXPECT_EQ(kind_at("e"), ScopeKind::kComprehension);
  EXPECT_EQ(kind_at("last"), ScopeKind::kModule);

  const Scope& function = file.names.scope_opened_by(file.first(Kind::kFunctionDefinition));
  EXPECT_EQ(function.kind, ScopeKind::kFunction);
  EXPECT_EQ(function.node, file.first(Kind::kFunctionDefinition));
  EXPECT_EQ(function.parent->kind, ScopeKind::kModule);
  EXPECT_EQ(function.parent->parent, nullptr);
  EXPECT_EQ(&file.names.scope_of(function.node), function.parent);
  const Scope& comprehension = file.names.scope_opened_by(file.first(Kind::kGeneratorExpression));
  EXPECT_EQ(comprehension.parent->kind, ScopeKind::kLambda);
  EXPECT_EQ(comprehension.parent->parent, &function);
  EXPECT_EQ(&file.names.scope_opened_by(file.identifier("base")), &function);
  EXPECT_EQ(&file.names.scope_opened_by(file.tree.root()), function.parent);
}

TEST(Names, ListComprehensionsOfPython2OpenNoScope) {
  File file("def f(): return [a for a in b]\n");
  EXPECT_EQ(&file.names.scope_opened_by(file.first(Kind::kListComprehension)),
            &file.names.scope_opened_by(file.first(Kind::kFunctionDefinition)));
}

TEST(Names, SitesAndUses) {
  File file(
      "import os.path\n"
      "def f(os, n):\n"
      "  global g\n"
      "  if n: g = os\n"
      "  os += 1\n"
      "  with a as os: pass\n"
      "  try: pass\n"
      "  except E, os: del os\n"
      "  return lambda: os\n"
      "from .pkg.mod import g\n"
      "class g: pass\n");
  const Binding* os = file.names.binding(file.identifier("os"));
  ASSERT_NE(os, nullptr);
  EXPECT_EQ(os->name, "os");
  ASSERT_EQ(os->sites.size(), 1U);
  EXPECT_TRUE(os->uses.empty());
  EXPECT_EQ(os->sites[0].kind, BindingKind::kImport);
  EXPECT_EQ(os->sites[0].imported, "os.path");
  EXPECT_EQ(os->sites[0].statement.kind(), Kind::kImportStatement);

  const Binding* local = file.names.binding(file.identifier("os", 1));
  ASSERT_EQ(local->sites.size(), 5U);
  const BindingKind kinds[] = {BindingKind::kParameter, BindingKind::kAssignment, BindingKind::kAssignment,
                               BindingKind::kExcept, BindingKind::kDelete};
  const Kind statements[] = {Kind::kFunctionDefinition, Kind::kExpressionStatement, Kind::kWithStatement,
                             Kind::kTryStatement, Kind::kDeleteStatement};
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(local->sites[i].kind, kinds[i]) << i;
    EXPECT_EQ(local->sites[i].statement.kind(), statements[i]) << i;
  }
  ASSERT_EQ(local->uses.size(), 2U);
  EXPECT_EQ(local->uses[1], file.identifiers("os").back());

  const Binding* g = file.names.lookup("g", file.names.scope_of(file.tree.root()));
  ASSERT_EQ(g->sites.size(), 4U);
  EXPECT_EQ(g->sites[0].kind, BindingKind::kGlobal);
  EXPECT_EQ(g->sites[1].kind, BindingKind::kAssignment);
  EXPECT_EQ(g->sites[1].statement.parent().parent().kind(), Kind::kIfStatement);
  EXPECT_EQ(g->sites[2].imported, ".pkg.mod.g");
  EXPECT_EQ(g->sites[3].kind, BindingKind::kClass);
  EXPECT_EQ(g->scope->kind, ScopeKind::kModule);
}

TEST(Names, Imported) {
  File file(
      "import a\n"
      "import b.c . d, e.f as g\n"
      "from h import i, j as k\n"
      "from l . m import (n,\n  o)\n"
      "from . import p\n"
      "from .. import q as r\n"
      "from ...s.t import u\n"
      "from __future__ import division\n");
  const std::pair<const char*, const char*> expected[] = {{"a", "a"},
                                                          {"b", "b.c.d"},
                                                          {"g", "e.f"},
                                                          {"i", "h.i"},
                                                          {"k", "h.j"},
                                                          {"n", "l.m.n"},
                                                          {"o", "l.m.o"},
                                                          {"p", ".p"},
                                                          {"r", "..q"},
                                                          {"u", "...s.t.u"},
                                                          {"division", "__future__.division"}};
  const auto bindings = file.names.bindings_in(file.names.scope_of(file.tree.root()));
  ASSERT_EQ(bindings.size(), std::size(expected));
  for (std::size_t i = 0; i < bindings.size(); ++i) {
    EXPECT_EQ(bindings[i]->name, expected[i].first);
    ASSERT_EQ(bindings[i]->sites.size(), 1U);
    EXPECT_EQ(bindings[i]->sites[0].imported, expected[i].second);
    EXPECT_EQ(bindings[i]->sites[0].node.text(), expected[i].first);
  }
}

TEST(Names, BindingsInAScope) {
  File file("def f(b, a):\n  c = a\n  global z\n  z = 1\n  b = 2\ny = 1\n");
  std::string names;
  for (const Binding* it : file.names.bindings_in(file.names.scope_opened_by(file.first(Kind::kFunctionDefinition))))
    names += it->name;
  EXPECT_EQ(names, "bac");
  names.clear();
  for (const Binding* it : file.names.bindings_in(file.names.scope_of(file.tree.root()))) names += it->name;
  EXPECT_EQ(names, "fzy");
}

TEST(Names, Lookup) {
  File file(
      "a = 1\n"
      "class C:\n"
      "  b = 1\n"
      "  def f(self, c):\n"
      "    global d\n"
      "    def g(d): return h\n"
      "def i(d):\n"
      "  def j():\n"
      "    global d\n");
  const auto& names = file.names;
  const Scope& module = names.scope_of(file.tree.root());
  const Scope& klass = names.scope_opened_by(file.first(Kind::kClassDefinition));
  const Scope& method = names.scope_of(file.identifier("c"));
  const Scope& inner = names.scope_of(file.identifier("h"));
  const Scope& redirected = names.scope_of(file.identifier("d", 3));
  EXPECT_EQ(names.lookup("a", inner)->scope, &module);
  EXPECT_EQ(names.lookup("b", klass)->scope, &klass);
  EXPECT_EQ(names.lookup("b", method), nullptr);
  EXPECT_EQ(names.lookup("c", inner)->scope, &method);
  EXPECT_EQ(names.lookup("d", inner)->scope, &inner);
  EXPECT_EQ(names.lookup("d", method), nullptr);      // declared global, never bound
  EXPECT_EQ(names.lookup("d", redirected), nullptr);  // not the function's in between
  EXPECT_EQ(names.lookup("h", inner), nullptr);
  EXPECT_EQ(names.lookup("nowhere", inner), nullptr);
}

TEST(Names, FreeUses) {
  File file(
      "unicode\n"
      "def f(unicode): unicode\n"
      "class A:\n  unicode = unicode\n  def g(self): return unicode, self.unicode, g(unicode=1)\n"
      "def h():\n  global unicode\n  return unicode\n");
  const auto& uses = file.names.free_uses("unicode");
  const auto all = file.identifiers("unicode");
  ASSERT_EQ(uses.size(), 4U);
  EXPECT_EQ(uses[0], all[0]);
  EXPECT_EQ(uses[1], all[4]);
  EXPECT_EQ(uses[2], all[5]);
  EXPECT_EQ(uses[3], all.back());
  EXPECT_TRUE(file.names.free_uses("g").size() == 1);
  EXPECT_TRUE(file.names.free_uses("f").empty());
  EXPECT_TRUE(file.names.free_uses("nowhere").empty());
}

TEST(Names, IsUsedAnywhere) {
  File file("import a.b as c\ndef f(d): return e.g(h=1)\n");
  for (const char* name : {"c", "f", "d", "e"}) EXPECT_TRUE(file.names.is_used_anywhere(name)) << name;
  for (const char* name : {"a", "b", "g", "h", "zz"}) EXPECT_FALSE(file.names.is_used_anywhere(name)) << name;
}

TEST(Names, IsName) {
  File file("import os as o, sys\nf(k=v).a\n");
  for (const char* name : {"o", "f", "v"}) EXPECT_TRUE(file.names.is_name(file.identifier(name))) << name;
  for (const char* name : {"os", "sys", "k", "a"}) EXPECT_FALSE(file.names.is_name(file.identifier(name))) << name;
  EXPECT_FALSE(file.names.is_name(file.tree.root()));
  EXPECT_FALSE(file.names.is_name(Node()));
}

struct Meaning {
  const char* source;
  const char* expression;  // the last statement of the source
  const char* qualified;
};

TEST(Names, Qualified) {
  const Meaning cases[] = {
      {"", "unicode", "__builtin__.unicode"},
      {"", "unicode.join", "__builtin__.unicode.join"},
      {"", "nobody.knows", "__builtin__.nobody.knows"},
      {"import os", "os", "os"},
      {"import os", "os.path.join", "os.path.join"},
      {"import os.path", "os.path.join", "os.path.join"},
      {"import os.path", "os", "os"},
      {"import os, os.path", "os.getcwdu", "os.getcwdu"},
      {"import os.path as p", "p.join", "os.path.join"},
      {"import os as o", "o.path", "os.path"},
      {"from os import path", "path.join", "os.path.join"},
      {"from os import getcwdu as g", "g", "os.getcwdu"},
      {"from six.moves import map", "map", "six.moves.map"},
      {"from . import helper", "helper.f", ".helper.f"},
      {"from ..a import b as c", "c.d", "..a.b.d"},
      {"import __builtin__", "__builtin__.unicode", "__builtin__.unicode"},
      {"import __builtin__ as b", "b.unicode", "__builtin__.unicode"},
      {"from __builtin__ import unicode as u", "u", "__builtin__.unicode"},
      {"from __future__ import division", "division", "__future__.division"},
      {"import unicode", "unicode", "unicode"},
      // Local, or not known.
      {"unicode = 1", "unicode", ""},
      {"u = unicode", "u", ""},
      {"def unicode(): pass", "unicode", ""},
      {"for unicode in a: pass", "unicode.x", ""},
      {"try: unicode\nexcept NameError: unicode = str", "unicode", ""},
      {"[unicode for unicode in a]", "unicode", ""},
      {"(unicode for unicode in a)", "unicode", "__builtin__.unicode"},
      {"def f():\n  global unicode\n  unicode = 1", "unicode", ""},
      {"import os\nos = 1", "os.path", ""},
      {"import os\nos += 1", "os.path", ""},
      // Several sites.
      {"try: import json\nexcept ImportError: json = None", "json.loads", ""},
      {"try: import json\nexcept ImportError: import simplejson as json", "json.loads", ""},
      {"try: from a import b\nexcept ImportError: from c import b", "b", ""},
      {"if a: import json\nelse: import json", "json.loads", "json.loads"},
      {"from os import path\nimport os.path as path", "path", "os.path"},
      {"def f():\n  global json\n  import json", "json.loads", "json.loads"},
      {"import os\ndel os", "os.path", "os.path"},
      {"del os", "os.path", ""},
      {"import os\ndef f(os): pass", "os.path", "os.path"},
      // Star imports.
      {"from os.path import *", "unicode", "__builtin__.unicode"},
      {"from __builtin__ import *", "unicode", "__builtin__.unicode"},
      {"from six.moves import *", "map", ""},
      {"from six.moves import *", "map.x", ""},
      {"from django.utils.six.moves import *", "range", ""},
      {"from sixpence.moves import *", "range", "__builtin__.range"},
      {"from six.moves import *", "unicode", "__builtin__.unicode"},
      {"from builtins import *", "str", ""},
      {"from builtins import *", "unicode", "__builtin__.unicode"},
      {"from future.builtins import *", "super", ""},
      {"from past.builtins import *", "unicode", ""},
      {"from os import *", "open", ""},
  };
  for (const Meaning& it : cases) {
    File file(std::string(it.source) + "\n" + it.expression + "\n");
    Node statement = file.tree.root().last_child();
    const Node expression = statement.first_child();
    ASSERT_EQ(expression.text(), it.expression);
    EXPECT_EQ(file.names.qualified(expression), it.qualified) << file.text;
    EXPECT_EQ(file.names.resolves_to(expression, it.qualified), *it.qualified != '\0') << file.text;
    EXPECT_FALSE(file.names.resolves_to(expression, std::string(it.qualified) + "x")) << file.text;
    EXPECT_FALSE(file.names.resolves_to(expression, std::string("x") + it.qualified)) << file.text;
    EXPECT_FALSE(file.names.resolves_to(expression, std::string(it.qualified) + ".x")) << file.text;
    EXPECT_FALSE(file.names.resolves_to(expression, std::string("x.") + it.qualified)) << file.text;
  }
}

TEST(Names, QualifiedOfOtherNodes) {
  File file("import os.path as p, sys\nf(k=1).attribute\nx[0].y\n(a, b)\n");
  for (const char* name : {"os", "path", "k", "attribute", "y"})
    EXPECT_EQ(file.names.qualified(file.identifier(name)), "") << name;
  EXPECT_EQ(file.names.qualified(file.identifier("p")), "os.path");
  EXPECT_EQ(file.names.qualified(file.identifier("sys")), "sys");
  EXPECT_EQ(file.names.qualified(file.expression("f(k=1).attribute")), "");
  EXPECT_EQ(file.names.qualified(file.expression("x[0].y")), "");
  EXPECT_EQ(file.names.qualified(file.first(Kind::kTuple)), "");
  EXPECT_EQ(file.names.qualified(Node()), "");
  EXPECT_FALSE(file.names.resolves_to(file.first(Kind::kTuple), ""));
  EXPECT_FALSE(file.names.resolves_to(Node(), ""));
}

TEST(Names, Alternatives) {
  const auto alternatives = [](const std::string& text) {
    const File file(text + "use(pickle.load)\n");
    return file.names.alternatives(file.expression("pickle.load"));
  };
  using Strings = std::vector<std::string>;
  EXPECT_EQ(alternatives("import pickle\n"), Strings{"pickle.load"});
  EXPECT_EQ(alternatives("try: import cPickle as pickle\nexcept ImportError: import pickle\n"),
            (Strings{"cPickle.load", "pickle.load"}));
  EXPECT_EQ(alternatives("try: import pickle\nexcept ImportError: pickle = None\n"), Strings{});
  EXPECT_EQ(alternatives("def pickle(): pass\n"), Strings{});
  EXPECT_EQ(alternatives("x = 1\n"), Strings{"__builtin__.pickle.load"});
}

TEST(Names, ResolvesToUnderShadowing) {
  // Row 5 of testdata/CASES.md: the parameter hides the import.
  File file("import Queue\ndef f(Queue): return Queue.Empty\ndef g(): return Queue.Empty\n");
  std::vector<bool> resolved;
  for (Node node : file.tree.root().subtree())
    if (node.is(Kind::kAttribute)) resolved.push_back(file.names.resolves_to(node, "Queue.Empty"));
  EXPECT_EQ(resolved, (std::vector<bool>{false, true}));
}

TEST(Names, StarImports) {
  File file("from a.b import *\nfrom . import *\nif c:\n  from ..d import *\n");
  ASSERT_EQ(file.names.star_imports().size(), 3U);
  EXPECT_EQ(file.names.star_imports()[0].module, "a.b");
  EXPECT_EQ(file.names.star_imports()[1].module, ".");
  EXPECT_EQ(file.names.star_imports()[2].module, "..d");
  EXPECT_EQ(file.names.star_imports()[0].node.kind(), Kind::kWildcardImport);
}

TEST(Names, FStrings) {
  File file("def f(x): return f'{x!r:{x}} {y.x} {(lambda x: x)(1)}'\n", Language::kPython3);
  EXPECT_EQ(letters(file), "Fff-Ll");
}

TEST(Names, EmptyAndBrokenFiles) {
  File empty("");
  EXPECT_TRUE(empty.names.bindings_in(empty.names.scope_of(empty.tree.root())).empty());
  EXPECT_FALSE(empty.names.is_used_anywhere("x"));

  const std::string text = "def (x: = ) lambda\nclass for x in\n x = = import from as y .\n";
  const LexedSource lexed = lex(text, {});
  const Tree tree = Tree::parse(lexed);
  const Names names(tree);
  for (Node node : tree.root().subtree()) {
    names.scope_of(node);
    names.scope_opened_by(node);
    names.binding(node);
    names.qualified(node);
  }
}

// Neither deep nesting nor long chains may cost the stack, or time that grows with their square.
TEST(Names, DeepNesting) {
  constexpr int kDepth = 50'000;
  const auto repeated = [](const char* text) {
    std::string result;
    for (int i = 0; i < kDepth; ++i) result += text;
    return result;
  };
  {
    File file(repeated("lambda x: ") + "x\n");
    EXPECT_EQ(file.names.binding(file.identifiers("x").back())->sites[0].node, file.identifiers("x")[kDepth - 1]);
    EXPECT_NE(file.names.lookup("x", file.names.scope_of(file.identifiers("x").back())), nullptr);
  }
  {
    File file(repeated("(lambda y: (x, ") + "x" + repeated("))") + "\n");
    EXPECT_EQ(file.names.free_uses("x").size(), kDepth + 1U);
  }
  {
    File file(repeated("(") + "x" + repeated(")") + " = 1\n");
    EXPECT_EQ(letters(file), "M");
  }
  {
    File file("import os\nos" + repeated(".x") + "\n");
    const Node chain = file.tree.root().last_child().first_child();
    EXPECT_EQ(file.names.qualified(chain), "os" + repeated(".x"));
    EXPECT_FALSE(file.names.resolves_to(chain, "os.x"));
  }
}

}  // namespace
}  // namespace py3k::engine
