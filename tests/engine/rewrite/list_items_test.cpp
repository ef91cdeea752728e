#include "engine/rewrite/list_items.h"

#include "engine/fixer.h"
#include "engine/run/pipeline.h"
#include "gtest/gtest.h"

namespace py3k::tests {
namespace {

using engine::Context;
using engine::Field;
using engine::Kind;
using engine::Node;

// Takes every `gone` out of the lists it is an item of, each with a change of its own.
void drop(Context& cx, Node node) {
  const Node item = node.parent().is(Kind::kDottedName) ? node.parent() : node;
  if (node.text().starts_with("gone")) cx.change(item).remove(item).apply();
}

std::string without_gone(const std::string& before) {
  const engine::Fixer fixer{
      .name = "drop", .doc = "Drops.", .needs = engine::Needs::kAny, .visits = {{{Kind::kIdentifier}, drop}}};
  const auto converter = engine::Converter::create({fixer}, {});
  const engine::FileResult result = converter->convert("a.py", before);
  EXPECT_TRUE(result.outcome == engine::Outcome::kChanged) << result.reason;
  for (const engine::Finding& finding : result.findings) EXPECT_TRUE(finding.applied) << before << finding.message;
  return result.output_bytes;
}

TEST(ListItems, FirstMiddleLast) {
  EXPECT_EQ(without_gone("f(gone, a)\n"), "f(a)\n");
  EXPECT_EQ(without_gone("f(a, gone, b)\n"), "f(a, b)\n");
  EXPECT_EQ(without_gone("f(a, gone)\n"), "f(a)\n");
  EXPECT_EQ(without_gone("f( a , gone )\n"), "f( a  )\n");
  EXPECT_EQ(without_gone("f(gone)\n"), "f()\n");
  EXPECT_EQ(without_gone("f(gone,)\n"), "f()\n");
}

TEST(ListItems, SeveralChangesInOneList) {
  EXPECT_EQ(without_gone("f(gone1, a, gone2, gone3, b, gone4, gone5)\n"), "f(a, b)\n");
  EXPECT_EQ(without_gone("f(gone1, gone2)\n"), "f()\n");
  EXPECT_EQ(without_gone("f(a, g(gone1, gone2, b), gone3)\n"), "f(a, g(b))\n");
}

TEST(ListItems, TrailingCommaStays) {
  EXPECT_EQ(without_gone("f(a, gone,)\n"), "f(a,)\n");
  EXPECT_EQ(without_gone("f(\n    a,\n    gone,\n)\n"), "f(\n    a,\n)\n");
  EXPECT_EQ(without_gone("f(\n    gone,\n    a,\n)\n"), "f(\n    a,\n)\n");
}

TEST(ListItems, Comments) {
  EXPECT_EQ(without_gone("f(a,  # about a\n  gone,  # about gone\n  b)\n"), "# about gone\nf(a,  # about a\n  b)\n");
  EXPECT_EQ(without_gone("f(a,  # about a\n  gone  # about gone\n  )\n"), "# about gone\nf(a  # about a\n  )\n");
  EXPECT_EQ(without_gone("import a, gone # k\n"), "import a # k\n");
  EXPECT_EQ(without_gone("from m import a, gone1, gone2  # noqa\n"), "from m import a  # noqa\n");
  EXPECT_EQ(without_gone("from m import a, \\\n    gone  # noqa\n"), "from m import a  # noqa\n");
  EXPECT_EQ(without_gone("f(gone,\n  # about a\n  a)\n"), "f(\n  # about a\n  a)\n");
  EXPECT_EQ(without_gone("f(\n  gone,\n  # about a\n  a)\n"), "f(\n  # about a\n  a)\n");
}

// It took more than a minute.
TEST(ListItems, ManyInOneList) {
  std::string many = "gone0";
  for (int i = 1; i < 4000; ++i) many += ", gone" + std::to_string(i);
  EXPECT_EQ(without_gone("from m import a, " + many + "\n"), "from m import a\n");
  EXPECT_EQ(without_gone("from m import " + many + "\nx\n"), "x\n");
}

TEST(ListItems, ImportsThatImportNothingGo) {
  EXPECT_EQ(without_gone("import a\nfrom m import gone1, gone2\nimport b\n"), "import a\nimport b\n");
  EXPECT_EQ(without_gone("from m import gone1, a, gone2\n"), "from m import a\n");
  EXPECT_EQ(without_gone("from m import (gone1, gone2); x = 1\n"), "x = 1\n");
  EXPECT_EQ(without_gone("if x:\n    import gone\n"), "if x:\n    pass\n");
  EXPECT_EQ(without_gone("import gone1; import gone2; x\n"), "x\n");
  EXPECT_EQ(without_gone("x; import gone1; import gone2\ny\n"), "x\ny\n");
}

TEST(ListItems, ParagraphsTakeABlankLineAlong) {
  EXPECT_EQ(without_gone("import gone\n\n\nx\n"), "x\n");
  EXPECT_EQ(without_gone("x\n\nimport gone1\nimport gone2\n\ny\n"), "x\n\ny\n");
  EXPECT_EQ(without_gone("x\nimport gone\n\ny\n"), "x\n\ny\n");
  EXPECT_EQ(without_gone("\xEF\xBB\xBFimport gone\r\n\r\nx\r\n"), "\xEF\xBB\xBFx\r\n");
}

}  // namespace
}  // namespace py3k::tests
