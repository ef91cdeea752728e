// Tree::error_after must say what a fresh parse says, whatever was edited.
#include <gtest/gtest.h>

#include <random>

#include "engine/dialect/lexer.h"
#include "engine/rewrite/edit.h"
#include "engine/syntax/tree.h"
#include "tests/paths.h"
#include "tests/support/files.h"

namespace py3k::engine {
namespace {

std::vector<std::string> programs() {
  std::vector<std::string> texts;
  for (const auto& path : tests::files_below(tests::kSourceDir / "testdata" / "run", ".py"))
    texts.push_back(tests::read_file(path));
  return texts;
}

// A few tokens of the file, each doubled, dropped, or replaced by something of another kind.
std::vector<Edit> random_edits(const Tree& tree, std::mt19937& random) {
  static const std::vector<std::string> kTexts = {"",  "x",       "(x)", "x, y", "+",     "\n",
                                                  ")", "f(a, b)", "'s'", ":",    "not x", "  "};
  std::vector<Edit> edits;
  std::uint32_t after = 0;
  for (Node node : tree.root().descendants()) {
    if (node.first_child() || node.start() < after || random() % 40 != 0) continue;
    edits.push_back({node.range(), kTexts[random() % kTexts.size()], 0});
    after = node.end();
  }
  return edits;
}

// Lines that come and go: some of the file's own, or such as open, continue and close blocks.
std::vector<Edit> random_line_edits(std::string_view text, std::mt19937& random) {
  static const std::vector<std::string> kTexts = {"import x\n",
                                                  "@x\n",
                                                  "else:\n",
                                                  "if x:\n",
                                                  "if x:\n    y\n",
                                                  "    pass\n",
                                                  "        return\n",
                                                  "except x: pass\n",
                                                  "class X: pass\n",
                                                  "x = (y,\n  z)\n",
                                                  "def f(a, b): return a\n"};
  std::vector<std::uint32_t> starts{0};
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    starts.push_back(static_cast<std::uint32_t>(at + 1));
  std::vector<Edit> edits;
  std::size_t line = random() % starts.size();
  for (unsigned count = random() % 3 + 1; count > 0 && line + 1 < starts.size(); --count) {
    const std::size_t end = std::min<std::size_t>(line + random() % 4, starts.size() - 1);
    const std::uint32_t source = starts[random() % (starts.size() - 1)];
    const std::string own(text.substr(source, text.find('\n', source) + 1 - source));
    const std::string added = random() % 3 == 0 ? "" : random() % 2 == 0 ? own : kTexts[random() % kTexts.size()];
    edits.push_back({{starts[line], starts[end]}, added, 0});
    line = end + 1 + random() % 3;
  }
  return edits;
}

// Edits the programs, each that many times, and looks whether both say the same. The test means something only if there
// were at least so many sound results, and broken ones.
template <typename MakeEdits>
void expect_agreement(unsigned seed, int rounds, int enough, MakeEdits make_edits) {
  std::mt19937 random(seed);
  int sound = 0;
  int broken = 0;
  for (const std::string& text : programs()) {
    const LexedSource before = lex(text, {});
    const Tree tree = Tree::parse(before);
    for (int round = 0; round < rounds; ++round) {
      const std::string edited = apply_edits(text, make_edits(tree, random));
      const LexedSource after = lex(edited, {});
      if (!after.error.what.empty()) continue;  // what the lexer refuses is never parsed
      const bool fresh = Tree::parse(after).has_error();
      EXPECT_EQ(tree.error_after(after).has_value(), fresh) << edited;
      (fresh ? broken : sound) += 1;
    }
  }
  EXPECT_GT(sound, enough);
  EXPECT_GT(broken, enough);
}

TEST(Reparse, AgreesWithAFreshParse) {
  expect_agreement(20251123, 20, 100, [](const Tree& tree, std::mt19937& random) {
    std::vector<Edit> edits = random_edits(tree, random);
    edits.resize(std::min<std::size_t>(edits.size(), random() % 4));
    return edits;
  });
}

TEST(Reparse, AgreesWithAFreshParseWhereLinesComeAndGo) {
  expect_agreement(20261128, 100, 400,
                   [](const Tree& tree, std::mt19937& random) { return random_line_edits(tree.text(), random); });
}

}  // namespace
}  // namespace py3k::engine
