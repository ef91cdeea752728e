// Statements that come and go, in every place a statement can stand in. In each text `X` marks the statement.

#include "engine/rewrite/layout.h"

#include <gtest/gtest.h>

#include "tests/support/conversion.h"
#include "tests/support/parsed.h"

namespace py3k::engine {
namespace {

using tests::Parsed;

// One change that does `edit` for every statement that is marked.
std::string edited(std::string text, const std::function<void(ChangeBuilder&, Node statement)>& edit) {
  Fixer fixer = tests::made_up_fixer("edit");
  fixer.finish = [&](Context& cx) {
    for (const Node node : cx.tree().root().descendants()) {
      if (!node.is(Kind::kIdentifier) || node.text() != "X") continue;
      ChangeBuilder change = cx.change(node, "edit");
      edit(change, statement_of(node));
      change.apply();
    }
  };
  return tests::converted(std::move(text), {fixer});
}

std::string removed(std::string text) {
  return edited(std::move(text), [](ChangeBuilder& change, Node statement) { change.remove(statement); });
}
std::string with_before(std::string text, const std::string& lines = "new") {
  return edited(std::move(text),
                [&](ChangeBuilder& change, Node statement) { change.insert_before(statement, lines); });
}
std::string with_after(std::string text, const std::string& lines = "new") {
  return edited(std::move(text), [&](ChangeBuilder& change, Node statement) { change.insert_after(statement, lines); });
}
// At the start of the suite in which X stands.
std::string with_at_start(std::string text, const std::string& lines = "new") {
  return edited(std::move(text),
                [&](ChangeBuilder& change, Node statement) { change.insert_at_start(statement.parent(), lines); });
}

TEST(LayoutRemove, ALineOfItsOwn) {
  EXPECT_EQ(removed("a\nX\nb\n"), "a\nb\n");
  EXPECT_EQ(removed("X\nb\n"), "b\n");
  EXPECT_EQ(removed("a\nX\n"), "a\n");
  EXPECT_EQ(removed("a\nX"), "a\n");
  EXPECT_EQ(removed("a\r\nX\r\nb\r\n"), "a\r\nb\r\n");
  EXPECT_EQ(removed("a\rX\rb\r"), "a\rb\r");
  EXPECT_EQ(removed("\xEF\xBB\xBFX\nb\n"),
            "\xEF\xBB\xBF"
            "b\n");
  EXPECT_EQ(removed("if a:\n    X\n    b\n"), "if a:\n    b\n");
  EXPECT_EQ(removed("if a:\n\tb\n\tX\n"), "if a:\n\tb\n");
  EXPECT_EQ(removed("a\nX(1,\n  2)\nb\n"), "a\nb\n");
  EXPECT_EQ(removed("a\nX + \\\n  2\nb\n"), "a\nb\n");
  EXPECT_EQ(removed("a\nX;\nb\n"), "a\nb\n");
  EXPECT_EQ(removed("X\n"), "");
}

TEST(LayoutRemove, OneOfALine) {
  EXPECT_EQ(removed("a; X; b\n"), "a; b\n");
  EXPECT_EQ(removed("X; b\n"), "b\n");
  EXPECT_EQ(removed("a; X\n"), "a\n");
  EXPECT_EQ(removed("a; X;\n"), "a;\n");
  EXPECT_EQ(removed("a ;X ;b\n"), "a ;b\n");
  EXPECT_EQ(removed("if a: X; b\n"), "if a: b\n");
  EXPECT_EQ(removed("if a: b; X\n"), "if a: b\n");
  EXPECT_EQ(removed("if a:\n    b; X\n    c\n"), "if a:\n    b\n    c\n");
  EXPECT_EQ(removed("if a:\n    X; b\n    c\n"), "if a:\n    b\n    c\n");
  EXPECT_EQ(removed("a; X;\nb\n"), "a;\nb\n");
}

TEST(LayoutRemove, TheOnlyOneOfASuite) {
  EXPECT_EQ(removed("if a: X\n"), "if a: pass\n");
  EXPECT_EQ(removed("if a:\n    X\n"), "if a:\n    pass\n");
  EXPECT_EQ(removed("if a:\n    X\nelse:\n    X\n"), "if a:\n    pass\nelse:\n    pass\n");
  EXPECT_EQ(removed("try:\n    X\nexcept E:\n    b\n"), "try:\n    pass\nexcept E:\n    b\n");
  EXPECT_EQ(removed("class A: X\n"), "class A: pass\n");
  EXPECT_EQ(removed("def f():\n    X  # why\n"), "def f():\n    pass  # why\n");
  EXPECT_EQ(removed("if a:\n    # why\n    X\n"), "if a:\n    # why\n    pass\n");
}

TEST(LayoutRemove, SeveralOfASuite) {
  EXPECT_EQ(removed("if a:\n    X\n    X\n"), "if a:\n    pass\n");
  EXPECT_EQ(removed("if a:\n    X\n    b\n    X\n"), "if a:\n    b\n");
  EXPECT_EQ(removed("if a: X; X\n"), "if a: pass\n");
  EXPECT_EQ(removed("X; X\nb\n"), "b\n");
  EXPECT_EQ(removed("X; X; b\n"), "b\n");
  EXPECT_EQ(removed("b; X; X\n"), "b\n");
  EXPECT_EQ(removed("X\nX\nX\n"), "");
}

TEST(LayoutRemove, KeepsComments) {
  EXPECT_EQ(removed("a\nX  # why\nb\n"), "a\n# why\nb\n");
  EXPECT_EQ(removed("# above\nX\nb\n"), "# above\nb\n");
  EXPECT_EQ(removed("a\nX(1,  # one\n  2)\nb\n"), "a\n# one\nb\n");
  EXPECT_EQ(removed("if a:\n    X(1,  # one\n      2)  # two\n    b\n"), "if a:\n    # one\n    # two\n    b\n");
  EXPECT_EQ(removed("a; X  # why\n"), "a  # why\n");
  EXPECT_EQ(removed("\xEF\xBB\xBFX  # why\nb\n"), "\xEF\xBB\xBF# why\nb\n");
  EXPECT_EQ(removed("a; X(1,  # one\n  2)\nb\n"), "# one\na\nb\n");
  EXPECT_EQ(removed("if a:\n    X(1,  # one\n  2); b\n"), "if a:\n    # one\n    b\n");
}

TEST(LayoutRemove, CompoundAndDecoratedStatements) {
  const auto remove_class = [](std::string text) {
    const auto fixer = tests::visit_fixer("remove", {Kind::kClassDefinition}, [](Context& cx, Node node) {
      if (node.child(Field::kName).text() == "X") cx.change(node, "gone").remove(statement_of(node)).apply();
    });
    return tests::converted(std::move(text), {fixer});
  };
  EXPECT_EQ(remove_class("a\nclass X:\n    b\nc\n"), "a\nc\n");
  EXPECT_EQ(remove_class("a\n@d\n@e(1)\nclass X:\n    b\nc\n"), "a\nc\n");
  EXPECT_EQ(remove_class("if a:\n    class X:\n        b\n"), "if a:\n    pass\n");
  EXPECT_EQ(remove_class("if a:\n    @d\n    class X:\n        b\nc\n"), "if a:\n    pass\nc\n");
}

TEST(LayoutInsertBefore, LinesOrPartsOfALine) {
  EXPECT_EQ(with_before("a\nX\n"), "a\nnew\nX\n");
  EXPECT_EQ(with_before("X"), "new\nX");
  EXPECT_EQ(with_before("a\r\nX\r\n"), "a\r\nnew\r\nX\r\n");
  EXPECT_EQ(with_before("\xEF\xBB\xBFX\n"), "\xEF\xBB\xBFnew\nX\n");
  EXPECT_EQ(with_before("if a:\n\tX\n"), "if a:\n\tnew\n\tX\n");
  EXPECT_EQ(with_before("if a:\n    X\n", "one\ntwo"), "if a:\n    one\n    two\n    X\n");
  EXPECT_EQ(with_before("a; X\n"), "a; new; X\n");
  EXPECT_EQ(with_before("if a: X\n", "one\ntwo"), "if a: one; two; X\n");
  EXPECT_EQ(with_before("# above\nX\n"), "# above\nnew\nX\n");
}

TEST(LayoutInsertAfter, LinesOrPartsOfALine) {
  EXPECT_EQ(with_after("X\na\n"), "X\nnew\na\n");
  EXPECT_EQ(with_after("X"), "X\nnew");
  EXPECT_EQ(with_after("X  # why"), "X  # why\nnew");
  EXPECT_EQ(with_after("X  # why\na\n"), "X  # why\nnew\na\n");
  EXPECT_EQ(with_after("X\r\n"), "X\r\nnew\r\n");
  EXPECT_EQ(with_after("if a:\n    X"), "if a:\n    X\n    new");
  EXPECT_EQ(with_after("if a:\n    X\nb\n", "one\ntwo"), "if a:\n    X\n    one\n    two\nb\n");
  EXPECT_EQ(with_after("X(1,\n  2)\n"), "X(1,\n  2)\nnew\n");
  EXPECT_EQ(with_after("X; a\n"), "X; new; a\n");
  EXPECT_EQ(with_after("a; X\n"), "a; X; new\n");
  EXPECT_EQ(with_after("if a: X\n"), "if a: X; new\n");
  EXPECT_EQ(with_after("X;\nb\n"), "X; new;\nb\n");
}

TEST(LayoutInsertAtStart, AfterADocstring) {
  EXPECT_EQ(with_at_start("def f():\n    X\n"), "def f():\n    new\n    X\n");
  EXPECT_EQ(with_at_start("def f():\n    'doc'\n    X\n"), "def f():\n    'doc'\n    new\n    X\n");
  EXPECT_EQ(with_at_start("def f():\n    'doc' 'more'\n    X\n"), "def f():\n    'doc' 'more'\n    new\n    X\n");
  EXPECT_EQ(with_at_start("def f():\n    '''doc\n    more'''\n    X\n"),
            "def f():\n    '''doc\n    more'''\n    new\n    X\n");
  EXPECT_EQ(with_at_start("def f():\n    'doc'.x\n    X\n"), "def f():\n    new\n    'doc'.x\n    X\n");
  EXPECT_EQ(with_at_start("def f():\n    # why\n    X\n"), "def f():\n    # why\n    new\n    X\n");
  EXPECT_EQ(with_at_start("def f():\n    'doc'; X\n"), "def f():\n    'doc'; new; X\n");
}

TEST(LayoutInsertAtStart, BreaksAOneLineSuite) {
  EXPECT_EQ(with_at_start("def f(): X\n"), "def f():\n    new\n    X\n");
  EXPECT_EQ(with_at_start("def f(): X; a\n"), "def f():\n    new\n    X; a\n");
  EXPECT_EQ(with_at_start("def f(): X"), "def f():\n    new\n    X");
  EXPECT_EQ(with_at_start("def f():X\n"), "def f():\n    new\n    X\n");
  EXPECT_EQ(with_at_start("def f(): X  # why\n"), "def f():\n    new\n    X  # why\n");
  EXPECT_EQ(with_at_start("def f(): 'doc'; X\n"), "def f():\n    'doc'\n    new\n    X\n");
  EXPECT_EQ(with_at_start("class A:\n\tdef f(): X\n"), "class A:\n\tdef f():\n\t\tnew\n\t\tX\n");
  EXPECT_EQ(with_at_start("class A:\n  def f(): X\n"), "class A:\n  def f():\n    new\n    X\n");
  EXPECT_EQ(with_at_start("def f(): X\r\n", "one\ntwo"), "def f():\r\n    one\r\n    two\r\n    X\r\n");
  EXPECT_EQ(with_at_start("def f(a,\n      b): X\n"), "def f(a,\n      b):\n    new\n    X\n");
  EXPECT_EQ(with_at_start("if a: X\nelse: b\n"), "if a:\n    new\n    X\nelse: b\n");
}

TEST(LayoutEdits, GoTogether) {
  // What one change inserts and another takes away do not disturb each other.
  const auto replace_statement = [](std::string text) {
    return edited(std::move(text), [](ChangeBuilder& change, Node statement) {
      change.insert_before(statement, "new").remove(statement);
    });
  };
  EXPECT_EQ(replace_statement("a\nX\nb\n"), "a\nnew\nb\n");
  EXPECT_EQ(replace_statement("a; X; b\n"), "a; new; b\n");
  EXPECT_EQ(replace_statement("X\nX\n"), "new\nnew\n");
}

TEST(LayoutQueries, FindLines) {
  EXPECT_EQ(line_start("a\nbc\n", 3), 2U);
  EXPECT_EQ(line_start("a\r\nbc", 4), 3U);
  EXPECT_EQ(line_start("a", 1), 0U);
  EXPECT_EQ(line_end("a\nbc\n", 2), 5U);
  EXPECT_EQ(line_end("a\r\nbc", 0), 3U);
  EXPECT_EQ(line_end("a\rbc", 0), 2U);
  EXPECT_EQ(line_end("a", 0), 1U);
  EXPECT_EQ(newline_of("a\r\nb\n"), "\r\n");
  EXPECT_EQ(newline_of("a\rb"), "\r");
  EXPECT_EQ(newline_of("a"), "\n");
}

TEST(LayoutQueries, FindIndentation) {
  const auto indentation = [](std::string text) {
    const Parsed source(std::move(text));
    return std::string(indentation_of(source.find("X")));
  };
  EXPECT_EQ(indentation("X\n"), "");
  EXPECT_EQ(indentation("if a:\n  X\n"), "  ");
  EXPECT_EQ(indentation("if a:\n  b; X\n"), "  ");
  EXPECT_EQ(indentation("if a:\n  if b: X\n"), "  ");
  EXPECT_EQ(indentation("if a:\n  if b: c; X\n"), "  ");
  EXPECT_EQ(indentation("if a:\n\tf(b,\n   X)\n"), "\t");
  EXPECT_EQ(indentation("\xEF\xBB\xBFX\n"), "");
  EXPECT_EQ(indentation_step(Parsed("if a:\n  if b:\n    c\n").tree), "  ");
  EXPECT_EQ(indentation_step(Parsed("if a: b\nclass C:\n\td\n").tree), "\t");
  EXPECT_EQ(indentation_step(Parsed("a\n").tree), "    ");
}

TEST(LayoutQueries, KnowWhoseStatementItIs) {
  const Parsed source("@d\ndef f():\n    return X\n");
  EXPECT_EQ(statement_of(source.find("X")).text(), "return X");
  EXPECT_EQ(statement_of(source.find("f")), statement_of(source.find("d")));
  EXPECT_TRUE(statement_of(source.find("f")).is(Kind::kDecoratedDefinition));
  EXPECT_FALSE(begins_line(statement_of(Parsed("a; X\n").find("X"))));
  EXPECT_TRUE(begins_line(statement_of(Parsed("a\n  X\n").find("a"))));
  EXPECT_TRUE(is_one_line_suite(Parsed("if a: X\n").find(Kind::kBlock)));
  EXPECT_FALSE(is_one_line_suite(Parsed("if a:\n    X\n").find(Kind::kBlock)));
  EXPECT_TRUE(is_one_line_suite(Parsed("if a: \\\n    X\n").find(Kind::kBlock)));
}

}  // namespace
}  // namespace py3k::engine
