#include "engine/syntax/misplaced.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/dialect/lexer.h"

namespace py3k::engine {
namespace {

// The line of what is misplaced; 0: nothing is.
int line_of_flaw(std::string_view text, Language language) {
  const LexedSource lexed = lex(text, {.language = language});
  const Tree tree = Tree::parse(lexed);
  EXPECT_FALSE(tree.has_error()) << text;
  const auto misplaced = find_misplaced(tree);
  return misplaced ? 1 + static_cast<int>(std::count(text.begin(), text.begin() + misplaced->offset, '\n')) : 0;
}

TEST(Misplaced, RaiseWithTooManyParts) {
  EXPECT_EQ(line_of_flaw("x = 1\nraise E, V, T, Z\n", Language::kPython2), 2);
  EXPECT_EQ(line_of_flaw("raise E, V, T\nraise\nraise E\nraise (E, V, T, Z)\n", Language::kPython2), 0);
  EXPECT_EQ(line_of_flaw("raise E, V from e\n", Language::kPython3), 1);
  EXPECT_EQ(line_of_flaw("raise E from e\nraise (E, V) from e\n", Language::kPython3), 0);
}

TEST(Misplaced, AsyncOutsideOfAnAsyncFunction) {
  EXPECT_EQ(line_of_flaw("await x\n", Language::kPython3), 1);
  EXPECT_EQ(line_of_flaw("def f():\n    async for a in b: pass\n", Language::kPython3), 2);
  EXPECT_EQ(line_of_flaw("async def f():\n    def g():\n        async with a: pass\n", Language::kPython3), 3);
  EXPECT_EQ(line_of_flaw("async def f():\n    async with a:\n        async for b in c: await d\n", Language::kPython3),
            0);
  EXPECT_EQ(line_of_flaw("async def f(y):\n    def g(x=await y): pass\n", Language::kPython3), 0);
  EXPECT_EQ(line_of_flaw("async def f(y):\n    @(await y)\n    def g(): pass\n", Language::kPython3), 0);
  EXPECT_EQ(line_of_flaw("async def f(x=await y): pass\n", Language::kPython3), 1);
  EXPECT_EQ(line_of_flaw("for a in b: pass\nwith a: pass\n", Language::kPython3), 0);
  EXPECT_EQ(line_of_flaw("await = 1\nasync = await + 1\n", Language::kPython2), 0);
}

}  // namespace
}  // namespace py3k::engine
