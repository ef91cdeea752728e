#include "engine/rewrite/verify.h"

#include <gtest/gtest.h>

#include "engine/source/source_text.h"
#include "tests/support/conversion.h"

namespace py3k::engine {
namespace {

std::string flaw(std::string_view text) { return find_flaw(text).value_or(Flaw{}).what; }

TEST(Verify, TakesPython3) {
  for (const char* text : {"",
                           "print(x)\n",
                           "print (x), y\n",
                           "x = True\n",
                           "async def f():\n    await x\n",
                           "f'{x!r:>{y}}'\n",
                           "x: int = 1\n",
                           "def f(a, /, b, *, c): pass\n",
                           "match x:\n    case 1: pass\n",
                           "nonlocal_ = 1\n",
                           "raise A from b\n",
                           "x = 0o777\n",
                           "try:\n    pass\nexcept (A, B) as e:\n    pass\n",
                           "print >>f\n",
                           "exec(x)\n",
                           "def f(): (yield)\n",
                           "def f(a, b=(1, 2)): pass\n",
                           "lambda a, b=(1, 2): 0\n",
                           "x = a if b else c\n",
                           "print\n",
                           "match = type = 1\n",
                           "class A(metaclass=B): pass\n",
                           "with a as b, c as d: pass\n",
                           "[*a, *b]\n",
                           "x = {**a}\n",
                           "def f() -> int: ...\n"}) {
    EXPECT_EQ(flaw(text), "") << text;
  }
}

TEST(Verify, FindsPython2) {
  for (const char* text : {"print x\n",
                           "print 'x'\n",
                           "exec x\n",
                           "exec x in y\n",
                           "`x`\n",
                           "a <> b\n",
                           "0777\n",
                           "10L\n",
                           "ur'x'\n",
                           "raise A, b\n",
                           "try:\n    pass\nexcept A, e:\n    pass\n",
                           "def f((a, b)): pass\n",
                           "lambda (a, b): 0\n",
                           "def f(a, (b, c)): pass\n",
                           "def f((a, b)=(1, 2)): pass\n",
                           "async = 1\n",
                           "x.async\n",
                           "f(await=1)\n",
                           "True = 1\n",
                           "f(None=1)\n",
                           "True, False = 1, 0\n",
                           "nonlocal = 1\n",
                           "def f(True): pass\n",
                           "import async\n",
                           "class True: pass\n",
                           "def None(): pass\n",
                           "print >>f, x\nprint x\n"}) {
    EXPECT_NE(flaw(text), "") << text;
  }
}

TEST(Verify, FindsWhatIsNoPython) {
  for (const char* text :
       {"x = \n", "f(\n", "x = 'a\n", "if x:\n", "if x:\npass\n", "  x\n y\n", ")\n", "a b\n", "def f(: pass\n",
        "x = = 1\n", "else: pass\n", "return return\n", "if x: if y: pass\n", "x +\n", "= 1\n", "f(a b)\n"}) {
    EXPECT_NE(flaw(text), "") << text;
  }
}

TEST(Verify, SaysWhere) {
  EXPECT_EQ(find_flaw("x = 1\nprint x\n")->offset, 6U);
  EXPECT_EQ(find_flaw("x = 1\nasync = 2\n")->offset, 6U);
  EXPECT_EQ(find_flaw("x = 1\ny = ur''\n")->offset, 10U);
  EXPECT_GE(find_flaw("x = 1\nf(\n")->offset, 6U);
}

// Verifying a change reads little more than what was changed; it must come to what reading all of the result comes to.
TEST(Verify, AgreesWithItselfOnChanges) {
  Settings settings;
  settings.from = Language::kPython2;
  const auto fixer = tests::rule_fixer("has_key", {{"$d.has_key($k)", "$k in $d"}});
  for (const std::string& name : std::vector<std::string>{"True", "None", "async", "nonlocal", "x"}) {
    for (const char* pattern : {"X = 1",
                                "X |= 1",
                                "X **= 1",
                                "X <<= 1",
                                "a, X = b",
                                "(a, X) = b",
                                "[X] = b",
                                "a = X = b",
                                "for X in b: pass",
                                "for a, X in b: pass",
                                "[1 for X in b]",
                                "{1 for X in b}",
                                "with a as X: pass",
                                "import X",
                                "import a as X",
                                "from a import X",
                                "from X import a",
                                "from a import b as X",
                                "def X(): pass",
                                "def f(X): pass",
                                "def f(*X): pass",
                                "def f(**X): pass",
                                "def f(a=X): pass",
                                "def f(X=1): pass",
                                "class X: pass",
                                "class A(X): pass",
                                "lambda X: 0",
                                "lambda *X: 0",
                                "lambda a=X: 0",
                                "f(X=1)",
                                "f(X)",
                                "f(*X)",
                                "a.X",
                                "a.X = 1",
                                "X.a = 1",
                                "X[0] = 1",
                                "del X",
                                "del a, X",
                                "global X",
                                "if X: pass",
                                "X == 1",
                                "X <= 1",
                                "X if X else X",
                                "print(X)",
                                "a[X] = X",
                                "a[X] |= X",
                                "try: pass\nexcept X: pass",
                                "try: pass\nexcept a as X: pass",
                                "return_ = X",
                                "(X)",
                                "-X",
                                "f(a)(X=1)"}) {
      std::string statement = pattern;
      for (std::size_t at; (at = statement.find('X')) != std::string::npos;) statement.replace(at, 1, name);
      const bool sound = !find_flaw(statement + "\nk in d\n");
      const FileResult result = tests::convert(statement + "\nd.has_key(k)\n", {fixer}, settings);
      EXPECT_EQ(result.outcome == Outcome::kChanged, sound) << statement << "\n" << result.reason;
    }
  }
}

}  // namespace
}  // namespace py3k::engine
