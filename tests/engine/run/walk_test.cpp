#include "engine/run/walk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "engine/run/disk_store.h"
#include "engine/run/memory_store.h"

namespace py3k::engine {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Paths = std::vector<std::string>;

// What was found, one string each: a path, or a path, a colon and what is wrong with it.
Paths found(const FileStore& store, const Paths& paths, WalkOptions options = {}) {
  Paths result;
  for (const WalkedPath& walked : walk(store, paths, options)) {
    result.push_back(walked.error.what.empty() ? walked.path : walked.path + ": " + walked.error.what);
  }
  return result;
}

Paths found_without_git(const FileStore& store, const Paths& paths, const Paths& exclude = {}) {
  return found(store, paths, {.exclude = exclude, .open_rules = nullptr});
}

TEST(Walk, TakesPythonFilesBelowADirectory) {
  const MemoryStore store({{"p/b.py", ""},
                           {"p/a.pyw", ""},
                           {"p/x/deep/c.py", ""},
                           {"p/data.txt", ""},
                           {"p/py", ""},
                           {"p/module.pyc", ""},
                           {"q.py", ""}});
  EXPECT_THAT(found_without_git(store, {"p"}), ElementsAre("p/a.pyw", "p/b.py", "p/x/deep/c.py"));
  EXPECT_THAT(found_without_git(store, {"./p/"}), ElementsAre("p/a.pyw", "p/b.py", "p/x/deep/c.py"));
  EXPECT_THAT(found_without_git(store, {"."}), ElementsAre("p/a.pyw", "p/b.py", "p/x/deep/c.py", "q.py"));
  EXPECT_THAT(found_without_git(store, {"/project/p/x"}), ElementsAre("/project/p/x/deep/c.py"));
}

TEST(Walk, TakesScriptsThatRunPython) {
  const MemoryStore store({{"a", "#!/usr/bin/python\n"},
                           {"b", "#!/usr/bin/env python2.7 -u\n"},
                           {"c", "#! /usr/bin/env -S python3\n"},
                           {"d", "#!/usr/local/bin/pypy\r\n"},
                           {"e", "#!/bin/sh\n# python\n"},
                           {"f", "#!/bin/sh python\n"},
                           {"g", "import x\n"},
                           {"h", ""},
                           {"i.sh", "#!/usr/bin/python\n"},
                           {"j", "#!/opt/python/bin/ruby\n"}});
  EXPECT_THAT(found_without_git(store, {"."}), ElementsAre("a", "b", "c", "d"));
}

TEST(Walk, TakesAnythingThatIsNamed) {
  const MemoryStore store({{"notes.txt", ""}, {".git/hook.py", ""}, {"a.py", ""}});
  EXPECT_THAT(found_without_git(store, {"notes.txt", "./a.py", ".git/hook.py"}, {"*"}),
              ElementsAre(".git/hook.py", "a.py", "notes.txt"));
}

TEST(Walk, LeavesOutWhatIsNobodysSource) {
  MemoryStore store({{"a.py", ""},
                     {".git/a.py", ""},
                     {".hg/a.py", ""},
                     {"x/.svn/a.py", ""},
                     {"x/CVS/Entries", ""},
                     {"x/CVS/Repository", ""},
                     {"x/CVS/a.py", ""},
                     {"test/CVS/a.py", ""},
                     {"node_modules/a.py", ""},
                     {".tox/py27/a.py", ""},
                     {"x/__pycache__/a.py", ""},
                     {"venv/pyvenv.cfg", ""},
                     {"venv/lib/a.py", ""},
                     {"old-env/bin/activate", ""},
                     {"old-env/lib/a.py", ""},
                     {"win/Scripts/activate.bat", ""},
                     {"win/Lib/a.py", ""},
                     {"conda/conda-meta/x", ""},
                     {"conda/a.py", ""},
                     {"env/a.py", ""},
                     {"site-packages/a.py", ""}});
  EXPECT_THAT(found_without_git(store, {"."}), ElementsAre("a.py", "env/a.py", "site-packages/a.py", "test/CVS/a.py"));
  EXPECT_THAT(found_without_git(store, {"venv"}), ElementsAre("venv/lib/a.py"));
}

TEST(Walk, LeavesOutWhatIsExcluded) {
  const MemoryStore store(
      {{"p/a.py", ""}, {"p/a_pb2.py", ""}, {"p/gen/b.py", ""}, {"p/x/gen/c.py", ""}, {"p/x/d.py", ""}});
  EXPECT_THAT(found_without_git(store, {"p"}, {"*_pb2.py", "gen"}), ElementsAre("p/a.py", "p/x/d.py"));
  EXPECT_THAT(found_without_git(store, {"p"}, {"p/gen/", "x/d.py"}),
              ElementsAre("p/a.py", "p/a_pb2.py", "p/x/gen/c.py"));
}

TEST(Walk, TakesWhatIsIncluded) {
  const MemoryStore store({{"p/SConstruct", "x\n"},
                           {"p/app.wsgi", ""},
                           {"p/sub/wscript", ""},
                           {"p/run", "#!/usr/bin/python\n"},
                           {"p/tool.in", ""},
                           {"p/notes.txt", ""}});
  PassedOver over;
  const auto names = [&](WalkOptions options) {
    options.open_rules = nullptr;
    Paths result;
    over = {};
    for (const WalkedPath& walked : walk(store, {"p"}, options, &over)) result.push_back(walked.path);
    return result;
  };
  EXPECT_THAT(names({.exclude = {}}), ElementsAre("p/run"));
  EXPECT_EQ(over.not_included.files, 3U);
  EXPECT_EQ(over.not_included_example, "p/SConstruct");
  EXPECT_THAT(names({.exclude = {}, .include = {"SConstruct", "wscript", "*.wsgi"}}),
              ElementsAre("p/SConstruct", "p/app.wsgi", "p/run", "p/sub/wscript"));
  EXPECT_EQ(over.not_included.files, 0U);
  EXPECT_THAT(names({.exclude = {"sub"}, .include = {"sub/wscript", "tool.in"}}), ElementsAre("p/run", "p/tool.in"));
  EXPECT_THAT(names({.exclude = {}, .include = {"/p/*.in"}, .include_base = "/project"}),
              ElementsAre("p/run", "p/tool.in"));
}

TEST(Walk, CountsWhatItPassesOver) {
  const MemoryStore store({{"p/a.py", ""},
                           {"p/a_pb2.py", ""},
                           {"p/gen/b.py", ""},
                           {"p/notes.txt", ""},
                           {"p/venv/pyvenv.cfg", ""},
                           {"p/.git/c.py", ""},
                           {"p/__pycache__/c.py", ""}});
  PassedOver over;
  walk(store, {"p"}, {.exclude = {"*_pb2.py", "gen", "*.txt"}, .open_rules = nullptr}, &over);
  EXPECT_EQ(over.excluded.files, 1U);
  EXPECT_EQ(over.excluded.directories, 1U);
  EXPECT_EQ(over.environments.directories, 1U);
  EXPECT_EQ(over.ignored.files + over.ignored.directories, 0U);
}

TEST(Walk, TakesEachFileOnceAndSorted) {
  MemoryStore store({{"p/b.py", ""}, {"p/a.py", ""}});
  store.add_link("p/0.py", "b.py");
  EXPECT_THAT(found_without_git(store, {"p/b.py", "p", "./p/a.py"}), ElementsAre("p/a.py", "p/b.py"));
  EXPECT_THAT(found_without_git(store, {"p/0.py"}), ElementsAre("p/0.py"));
}

TEST(Walk, DoesNotFollowLinksToDirectories) {
  MemoryStore store({{"p/a.py", ""}, {"q/b.py", ""}});
  store.add_link("p/loop", "..");
  EXPECT_THAT(found_without_git(store, {"p"}), ElementsAre("p/a.py"));
  EXPECT_THAT(found_without_git(store, {"p/loop"}), ElementsAre("p/loop/p/a.py", "p/loop/q/b.py"));
}

TEST(Walk, LinksBringInNothingThatIsLeftOut) {
  MemoryStore store({{"p/a.py", ""}, {"p/gen/b.py", ""}, {"p/.tox/t.py", ""}, {"p/data/c.txt", ""}, {"q/d.py", ""}});
  store.add_link("p/b.py", "gen/b.py");
  store.add_link("p/c.py", "data/c.txt");
  store.add_link("p/d.py", "../q/d.py");
  store.add_link("p/t.py", ".tox/t.py");
  EXPECT_THAT(found_without_git(store, {"p"}, {"gen"}), ElementsAre("p/a.py", "p/c.py"));
  EXPECT_THAT(found_without_git(store, {"p"}, {"gen/b.py", "c.txt"}), ElementsAre("p/a.py"));
  EXPECT_THAT(found_without_git(store, {"p", "q"}), ElementsAre("p/a.py", "p/c.py", "p/gen/b.py", "q/d.py"));
  EXPECT_THAT(found_without_git(store, {"p/d.py", "p/b.py"}, {"gen"}), ElementsAre("p/b.py", "p/d.py"));
}

TEST(Walk, ReportsWhatItCanNotReachAndGoesOn) {
  MemoryStore store({{"p/a.py", ""}, {"p/locked/b.py", ""}});
  store.add_link("p/gone.py", "nowhere.py");
  store.add_link("p/gone", "nowhere");
  store.fail_on("list", "p/locked", {"can't be listed: permission denied", ""});
  EXPECT_THAT(
      found_without_git(store, {"p", "none.py"}),
      ElementsAre("none.py: does not exist", "p/a.py", "p/gone.py: is a symbolic link to something that does not exist",
                  "p/locked: can't be listed: permission denied"));
}

// Ignores what its pattern is part of.
class FakeRules : public IgnoreRules {
 public:
  explicit FakeRules(std::string pattern) : pattern_(std::move(pattern)) {}
  bool ignores(const std::string& path, bool) const override { return path.find(pattern_) != std::string::npos; }

 private:
  std::string pattern_;
};

TEST(Walk, AsksTheWorkTreeThatAFileIsIn) {
  const MemoryStore store({{"repo/.git/HEAD", ""},
                           {"repo/a.py", ""},
                           {"repo/out/b.py", ""},
                           {"repo/src/out.py", ""},
                           {"repo/src/c.py", ""},
                           {"repo/sub/.git", "gitdir: elsewhere"},
                           {"repo/sub/out.py", ""},
                           {"repo/sub/in.py", ""}});
  Paths opened;
  WalkOptions options;
  options.open_rules = [&](const std::string& top) {
    opened.push_back(top);
    return std::make_unique<FakeRules>(top == "/project/repo" ? "out" : "in");
  };
  EXPECT_THAT(found(store, {"repo"}, options), ElementsAre("repo/a.py", "repo/src/c.py", "repo/sub/out.py"));
  EXPECT_THAT(opened, testing::UnorderedElementsAre("/project/repo", "/project/repo/sub"));
  EXPECT_THAT(found(store, {"repo/src"}, options), ElementsAre("repo/src/c.py"));
  EXPECT_THAT(found(store, {"repo/out"}, options), ElementsAre("repo/out/b.py"));
  EXPECT_THAT(found(store, {"repo/src/out.py"}, options), ElementsAre("repo/src/out.py"));
}

TEST(Walk, LinksBringInNothingThatIsIgnored) {
  MemoryStore store({{"repo/.git/HEAD", ""}, {"repo/a.py", ""}, {"repo/out/b.py", ""}, {"repo/data/c.txt", ""}});
  store.add_link("repo/b.py", "out/b.py");
  store.add_link("repo/c.py", "data/c.txt");
  WalkOptions options;
  options.open_rules = [](const std::string&) { return std::make_unique<FakeRules>("out"); };
  EXPECT_THAT(found(store, {"repo"}, options), ElementsAre("repo/a.py", "repo/c.py"));
}

// The real git, on a real disk.
TEST(WalkGit, LeavesOutWhatGitIgnores) {
  if (std::system("git --version > /dev/null 2>&1") != 0) GTEST_SKIP() << "git is not installed";
  std::string name = (std::filesystem::temp_directory_path() / "py3k-walk-XXXXXX").string();
  const std::filesystem::path top = ::mkdtemp(name.data());
  const auto make = [&](const std::string& path, const std::string& content) {
    std::filesystem::create_directories((top / path).parent_path());
    std::ofstream(top / path) << content;
  };
  make(".gitignore", "build/\n*_gen.py\n!keep_gen.py\n");
  make("src/.gitignore", "local.py\n");
  for (const auto* path :
       {"a.py", "build/b.py", "x_gen.py", "keep_gen.py", "tracked_gen.py", "src/local.py", "src/c.py"}) {
    make(path, "");
  }
  const std::string git = "git -C '" + top.string() + "' ";
  ASSERT_EQ(std::system((git + "init -q && " + git + "add -f tracked_gen.py").c_str()), 0);

  Paths names;
  for (const WalkedPath& walked : walk(DiskStore(), {top.string()}, {})) {
    names.push_back(std::filesystem::relative(walked.path, top).string());
  }
  EXPECT_THAT(names, ElementsAre("a.py", "keep_gen.py", "src/c.py", "tracked_gen.py"));
  std::filesystem::remove_all(top);
}

TEST(WalkGit, OpensNothingWhereThereIsNoWorkTree) { EXPECT_EQ(open_git_rules("/nowhere/at/all"), nullptr); }

}  // namespace
}  // namespace py3k::engine
