#include "cli/batch_paths.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/shell_words.h"

namespace py3k::cli {
namespace {

using testing::ElementsAre;

TEST(BatchPaths, NamesDirectoriesThatAreWhole) {
  const std::vector<std::string> all = {"src/a/x.py", "src/a/y.py", "src/a/sub/z.py", "src/b.py"};
  const BatchPaths names({"src"}, all);
  EXPECT_THAT(names.of(all), ElementsAre("src"));
  EXPECT_THAT(names.of({"src/a/x.py", "src/a/y.py"}), ElementsAre("src/a/x.py", "src/a/y.py"));
  EXPECT_THAT(names.of({"src/a/x.py", "src/a/y.py", "src/a/sub/z.py"}), ElementsAre("src/a"));
  EXPECT_THAT(names.of({"src/a/sub/z.py", "src/b.py"}), ElementsAre("src/a/sub", "src/b.py"));
}

TEST(BatchPaths, StaysBelowWhatWasNamed) {
  EXPECT_THAT(BatchPaths({"src/a/"}, {"src/a/x.py"}).of({"src/a/x.py"}), ElementsAre("src/a"));
  EXPECT_THAT(BatchPaths({"./src/a"}, {"src/a/x.py"}).of({"src/a/x.py"}), ElementsAre("src/a"));
  EXPECT_THAT(BatchPaths({"src/a/x.py"}, {"src/a/x.py"}).of({"src/a/x.py"}), ElementsAre("src/a/x.py"));
  EXPECT_THAT(BatchPaths({"."}, {"src/a/x.py"}).of({"src/a/x.py"}), ElementsAre("."));
  EXPECT_THAT(BatchPaths({".", "../other"}, {"../other/x.py"}).of({"../other/x.py"}), ElementsAre("../other"));
  EXPECT_THAT(BatchPaths({"."}, {"../x.py"}).of({"../x.py"}), ElementsAre("../x.py"));
  EXPECT_THAT(BatchPaths({"/abs"}, {"/abs/a/x.py"}).of({"/abs/a/x.py"}), ElementsAre("/abs"));
  EXPECT_THAT(BatchPaths({}, {"src/a/x.py"}).of({"src/a/x.py"}), ElementsAre("src/a/x.py"));
}

TEST(ShellWords, CanBePasted) {
  EXPECT_EQ(shell_command({"py3k", "--target", "2+3", "a/b_c.py"}), "py3k --target 2+3 a/b_c.py");
  EXPECT_EQ(shell_word("my file"), "'my file'");
  EXPECT_EQ(shell_word("it's"), "'it'\\''s'");
  EXPECT_EQ(shell_word(""), "''");
  EXPECT_EQ(shell_word("~x"), "'~x'");
  EXPECT_EQ(shell_word("$x"), "'$x'");
  EXPECT_EQ(shell_word("\xC3\xA9\n"), "'\xC3\xA9\n'");
}

}  // namespace
}  // namespace py3k::cli
