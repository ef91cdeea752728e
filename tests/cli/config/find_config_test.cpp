#include "cli/config/find_config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/run/memory_store.h"
#include "tests/support/conversion.h"

namespace py3k::cli {
namespace {

using engine::MemoryStore;
using testing::ElementsAre;
using testing::HasSubstr;

// The path of the configuration that a command line has; what is wrong where that is an error.
std::string found(const std::vector<std::string>& arguments, const MemoryStore& store) {
  const auto config = find_config(parse_options(arguments).value(), store, tests::registry());
  return config ? config->path : config.error().what + "; " + config.error().advice;
}

TEST(FindConfig, LooksUpwardsFromWhatIsNamed) {
  const MemoryStore store({{"py3k.toml", ""}, {"app/a.py", ""}, {"app/sub/py3k.toml", ""}, {"app/sub/deep/b.py", ""}});
  EXPECT_EQ(found({"app/a.py"}, store), "py3k.toml");
  EXPECT_EQ(found({"app"}, store), "py3k.toml");
  EXPECT_EQ(found({"app/sub/deep/b.py"}, store), "/project/app/sub/py3k.toml");
  EXPECT_EQ(found({"app/sub/deep", "app/a.py"}, store), "py3k.toml") << "above all of them";
  EXPECT_EQ(found({"-"}, store), "py3k.toml");
  EXPECT_EQ(found({"app/sub/none.py"}, store), "/project/app/sub/py3k.toml");
  EXPECT_EQ(found({"no/such/place.py"}, store), "py3k.toml");
}

TEST(FindConfig, StopsAtTheTopOfTheWorkTree) {
  MemoryStore store({{"/py3k.toml", ""}, {"repo/app/a.py", ""}, {"other/a.py", ""}});
  store.add_directory("repo/.git");
  EXPECT_EQ(found({"repo/app"}, store), "");
  EXPECT_EQ(found({"other"}, store), "/py3k.toml");
}

TEST(FindConfig, PrefersItsOwnFile) {
  MemoryStore store({{"pyproject.toml", "[tool.py3k]\n"}, {"a/py3k.toml", ""}, {"a/pyproject.toml", "[tool.py3k"}});
  store.add("a/b/pyproject.toml", "[tool.other]\n");
  store.add("a/b/c.py", "");
  EXPECT_EQ(found({"."}, store), "pyproject.toml");
  EXPECT_EQ(found({"a"}, store), "/project/a/py3k.toml");
  EXPECT_EQ(found({"a/b/c.py"}, store), "/project/a/py3k.toml") << "one that is not about py3k is passed over";
}

TEST(FindConfig, TakesTheOneThatIsNamed) {
  const MemoryStore store({{"py3k.toml", "x"}, {"etc/strict.toml", "safe = true\n"}, {"a.py", ""}});
  EXPECT_EQ(found({"--config", "etc/strict.toml", "a.py"}, store), "etc/strict.toml");
  EXPECT_EQ(found({"--config", "none.toml", "a.py"}, store), "--config none.toml does not exist; ");
  EXPECT_EQ(found({"--no-config", "a.py"}, store), "");
  EXPECT_THAT(found({"a.py"}, store), HasSubstr("py3k.toml:1:"));
}

TEST(FindConfig, KnowsWhatIsThere) {
  const auto with = [](const std::string& text) {
    return found({"a.py"}, MemoryStore({{"py3k.toml", text}, {"a.py", ""}, {"billing/b.py", ""}}));
  };
  EXPECT_EQ(with("nofix = [\"has_key\", \"stdlib\", \"all\"]\n"), "py3k.toml");
  EXPECT_EQ(with("safe = true\nnofix = [\"has_keys\"]\n"),
            "py3k.toml:2:9: there is no fixer has_keys; did you mean has_key?");
  EXPECT_THAT(with("[[override]]\npaths = [\"x\"]\nfix = [\"prnt\"]\n"),
              HasSubstr("py3k.toml:3:7: there is no fixer prnt"));
  EXPECT_EQ(with("converted = [\"billing\", \"a.py\", \"bill*\"]\n"), "py3k.toml");
  EXPECT_EQ(with("x = 1\nconverted = []\n").substr(0, 14), "py3k.toml:1:1:");
  EXPECT_EQ(with("converted = [\"a.py\",\n \"biling\"]\n"),
            "py3k.toml:2:2: converted: there is no biling beside it; take it out, or correct it");
  EXPECT_EQ(with("converted = [\"\"]\n"),
            "py3k.toml:1:14: converted: a converted directory can't be empty; `.` is all there is");
  EXPECT_EQ(with("converted = [\"no*\"]\n"),
            "py3k.toml:1:14: converted: nothing beside it matches no*; take it out, or correct it");
  EXPECT_THAT(with("converted = [\"*/*/b.py\"]\n"), HasSubstr("nothing beside it matches"));
  EXPECT_THAT(with("converted = [\"..\"]\n"), HasSubstr(".. is not below it"));
}

TEST(FindConfig, CallsWhatIsConvertedAsFilesAreCalled) {
  const auto places = [](const std::string& text) {
    const MemoryStore store({{"py3k.toml", text}, {"a.py", ""}, {"pkg/sub/b.py", ""}, {"deep/er/c.py", ""}});
    return find_config(parse_options({"a.py"}).value(), store, tests::registry()).value().converted;
  };
  EXPECT_THAT(places("converted = [\"pkg/../pkg\", \".//pkg\", \"pkg/\", \"./pkg/sub/.\", \"./\", \"pkg/..\"]\n"),
              ElementsAre("pkg", "pkg", "pkg", "pkg/sub", ".", "."));
  EXPECT_THAT(places("converted = [\".//pkg/*/\", \"*/sub\", \"**/c.py\", \"a.p?\", \"pkg/**\"]\n"),
              ElementsAre("pkg/*/", "*/sub", "**/c.py", "a.p?", "pkg/**"));
}

TEST(FindConfig, FailsWhereItCantBeRead) {
  MemoryStore store({{"py3k.toml", ""}, {"a.py", ""}});
  store.fail_on("read", "py3k.toml", {"can't be read: permission denied", ""});
  EXPECT_EQ(found({"a.py"}, store), "py3k.toml can't be read: permission denied; ");
}

}  // namespace
}  // namespace py3k::cli
