// Trees must not know of each other, although what they are made of lies, one after the other, in the same memory.
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "engine/dialect/lexer.h"
#include "engine/syntax/tree.h"

namespace py3k::engine {
namespace {

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

// All that a tree says of its nodes.
std::string dump(const Tree& tree) {
  std::string text;
  for (Node node : tree.root().subtree()) {
    text += std::string(kind_name(node.kind())) + ' ' + std::to_string(node.start()) + ' ' +
            std::to_string(node.end()) + '\n';
  }
  return text;
}

std::string parsed(const std::string& text) {
  const LexedSource lexed = lex(text, {});
  return dump(Tree::parse(lexed));
}

TEST(ParseArena, TreesOutliveTheParsesAfterThem) {
  const std::string text = "if spam: print eggs, (1, 2)\n";
  const LexedSource lexed = lex(text, {});
  const Tree tree = Tree::parse(lexed);
  const std::string before = dump(tree);
  parsed(repeated("class A(B):\n  def f(self): return [x for x in self.y]\n", 5000));
  EXPECT_EQ(dump(tree), before);
}

TEST(ParseArena, TextsOfAllSizesGiveTheSameTreeAgain) {
  for (int times : {1, 5000, 2, 300, 1}) {
    const std::string text = repeated("for a, b in c:\n  d[a] = f(b, *g)\n", times);
    EXPECT_EQ(parsed(text), parsed(text)) << times;
  }
}

TEST(ParseArena, ThreadsDoNotShareIt) {
  const std::string text = repeated("try:\n  a = lambda b: `b`\nexcept C, d:\n  raise\n", 500);
  const std::string expected = parsed(text);
  std::vector<std::string> found(4);
  {
    std::vector<std::thread> threads;
    threads.reserve(found.size());
    for (std::string& one : found) threads.emplace_back([&one, &text] { one = parsed(text); });
    for (std::thread& thread : threads) thread.join();
  }
  for (const std::string& one : found) EXPECT_EQ(one, expected);
}

}  // namespace
}  // namespace py3k::engine
