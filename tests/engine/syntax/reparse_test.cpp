// Tree::error_after must say what a fresh parse says, whatever was edited.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "engine/dialect/lexer.h"
#include "engine/rewrite/edit.h"
#include "engine/syntax/tree.h"
#include "tests/paths.h"

namespace py3k::engine {
namespace {

std::vector<std::string> programs() {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::directory_iterator(tests::kSourceDir / "testdata" / "run")) {
    if (entry.path().extension() != ".py") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream buffer;
    buffer << file.rdbuf();
    texts.push_back(buffer.str());
  }
  return texts;
}

// A few tokens of the file, each doubled, dropped, or replaced by something of another kind.
std::vector<Edit> random_edits(const Tree& tree, std::mt19937& random) {
  static const std::vector<std::string> kTexts = {"", "x", "(x)", "x, y", "+", "\n", ")", "f(a, b)", "'s'", ":", "not x", "  "};
  std::vector<Edit> edits;
  std::uint32_t after = 0;
  for (Node node : tree.root().descendants()) {
    if (node.first_child() || node.start() < after || random() % 40 != 0) continue;
    edits.push_back({node.range(), kTexts[random() % kTexts.size()], 0});
    after = node.end();
  }
  return edits;
}

TEST(Reparse, AgreesWithAFreshParse) {
  std::mt19937 random(20251123);  // NOLINT: the same edits every time
  int sound = 0;
  int broken = 0;
  for (const std::string& text : programs()) {
    const LexedSource before = lex(text, {});
    const Tree tree = Tree::parse(before);
    for (int round = 0; round < 20; ++round) {
      std::vector<Edit> edits = random_edits(tree, random);
      edits.resize(std::min<std::size_t>(edits.size(), random() % 4));
      const std::string edited = apply_edits(text, edits);
      const LexedSource after = lex(edited, {});
      if (!after.error.what.empty()) continue;  // what the lexer refuses is never parsed
      const bool fresh = Tree::parse(after).has_error();
      EXPECT_EQ(tree.error_after(after).has_value(), fresh) << edited;
      (fresh ? broken : sound) += 1;
    }
  }
  // The test means something only if there was enough of both.
  EXPECT_GT(sound, 100);
  EXPECT_GT(broken, 100);
}

}  // namespace
}  // namespace py3k::engine
