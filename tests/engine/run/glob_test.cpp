#include "engine/run/glob.h"

#include <gtest/gtest.h>

#include <string>

namespace py3k::engine {
namespace {

bool matches(std::string_view pattern, std::string_view path) { return glob_matches(pattern, path, false); }

TEST(Glob, WithoutSlashIsForNames) {
  EXPECT_TRUE(matches("*_pb2.py", "user_pb2.py"));
  EXPECT_TRUE(matches("*_pb2.py", "app/api/user_pb2.py"));
  EXPECT_FALSE(matches("*_pb2.py", "app/user_pb2.py/x.py"));
  EXPECT_TRUE(matches("a?.py", "d/ab.py"));
  EXPECT_FALSE(matches("a?.py", "d/a.py"));
}

TEST(Glob, WithSlashIsForPaths) {
  EXPECT_TRUE(matches("app/*.py", "app/a.py"));
  EXPECT_FALSE(matches("app/*.py", "app/x/a.py"));
  EXPECT_FALSE(matches("app/*.py", "x/app/a.py"));
  EXPECT_TRUE(matches("./app/*.py", "app/a.py"));
}

TEST(Glob, DoubleStarCrossesDirectories) {
  EXPECT_TRUE(matches("app/**/a.py", "app/a.py"));
  EXPECT_TRUE(matches("app/**/a.py", "app/x/y/a.py"));
  EXPECT_FALSE(matches("app/**/a.py", "app/xa.py"));
  EXPECT_TRUE(matches("**/a.py", "a.py"));
  EXPECT_TRUE(matches("**/a.py", "x/y/a.py"));
  EXPECT_TRUE(matches("app/**", "app/x/y.py"));
  EXPECT_TRUE(matches("**/x/*.py", "a/x/b/x/c.py"));
  EXPECT_FALSE(matches("**/x/*.py", "a/x/b/c.py"));
}

TEST(Glob, HasSets) {
  EXPECT_TRUE(matches("[a-c]x.py", "bx.py"));
  EXPECT_FALSE(matches("[!a-c]x.py", "bx.py"));
  EXPECT_TRUE(matches("[]x].py", "].py"));
  EXPECT_TRUE(matches("[ab.py", "[ab.py"));
  EXPECT_TRUE(matches("\\*.py", "*.py"));
  EXPECT_FALSE(matches("\\*.py", "a.py"));
}

TEST(Glob, SlashAtTheEndAsksForADirectory) {
  EXPECT_TRUE(glob_matches("build/", "x/build", true));
  EXPECT_FALSE(glob_matches("build/", "x/build", false));
  EXPECT_TRUE(glob_matches("x/build/", "x/build", true));
}

TEST(Glob, TakesNoTimeWithManyStars) {
  EXPECT_FALSE(matches("*a*a*a*a*a*a*a*a*a*a*a*b", std::string(2000, 'a')));
  EXPECT_FALSE(matches("**/a/**/a/**/a/**/a/**/b", std::string(1000, 'a') + "/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a"));
}

}  // namespace
}  // namespace py3k::engine
