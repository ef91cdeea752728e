#include "engine/run/project.h"

#include <gtest/gtest.h>

#include <thread>

#include "engine/run/memory_store.h"

namespace py3k::engine {
namespace {

MemoryStore::Files empty(const std::vector<std::string>& paths) {
  MemoryStore::Files files;
  for (const std::string& path : paths) files[path] = "";
  return files;
}

TEST(Project, NamesPackagesByTheOutermostInit) {
  const MemoryStore store(empty({"src/app/__init__.py", "src/app/models/__init__.py", "src/app/models/user.py",
                                 "src/app/static/x.py", "src/top.py"}));
  const Project project(store);
  const Home user = project.home_of("src/app/models/user.py");
  EXPECT_EQ(user.package, "app.models");
  EXPECT_EQ(user.module, "user");
  EXPECT_EQ(user.directory, "/project/src/app/models");
  EXPECT_EQ(user.root, "/project/src");
  EXPECT_TRUE(user.is_in_package());
  const Home package = project.home_of("/project/src/app/__init__.py");
  EXPECT_EQ(package.package, "app");
  EXPECT_EQ(package.module, "__init__");
  EXPECT_FALSE(project.home_of("src/app/static/x.py").is_in_package());
  EXPECT_EQ(project.home_of("src/app/static/x.py").root, "/project/src/app/static");
  EXPECT_FALSE(project.home_of("src/top.py").is_in_package());
  EXPECT_FALSE(project.home_of("nowhere/x.py").is_in_package());
}

TEST(Project, LooksUpFromTheWorkingDirectory) {
  const MemoryStore store(empty({"__init__.py", "x.py"}));
  const Home home = Project(store).home_of("x.py");
  EXPECT_EQ(home.package, "project");
  EXPECT_EQ(home.root, "/");
}

TEST(Project, StopsAtRoots) {
  const MemoryStore store(empty({"__init__.py", "src/__init__.py", "src/x.py", "src/app/__init__.py"}));
  EXPECT_EQ(Project(store).home_of("src/app/__init__.py").package, "project.src.app");
  const Project project(store, {"src", "missing"});
  EXPECT_EQ(project.home_of("src/app/__init__.py").package, "app");
  EXPECT_FALSE(project.home_of("src/x.py").is_in_package());
}

TEST(Project, LeavesProgramsOut) {
  const MemoryStore store(empty({"app/__init__.py"}));
  const Project project(store);
  for (const char* name : {"setup.py", "manage.py", "build-docs.py", "2nd.py", "tool", "tool.cgi", "a.b.py", ".py"})
    EXPECT_FALSE(project.home_of(std::string("app/") + name).is_in_package()) << name;
  EXPECT_TRUE(project.home_of("app/gui.pyw").is_in_package());
}

TEST(Project, FindsModules) {
  MemoryStore store(empty({"a/__init__.py", "a/b/__init__.py", "a/b/c.py", "a/data/x.json", "a/d.so", "a/emodule.so",
                           "a/f.cpython-36m.so", "a/g.pyd", "a/h.pyx", "a/i.txt", "a/both.py", "a/both/__init__.py",
                           "a/k.pyc", "a/module.so", "a/dir.py/x"}));
  store.add_link("a/link.py", "b/c.py");
  store.add_link("a/dangling.py", "missing.py");
  const Project project(store);
  const auto find = [&](const char* dotted) { return project.find("/project/a", dotted); };
  for (const char* name : {"b.c", "d", "e", "f", "g", "h", "link", "module", "__init__", "b.__init__"})
    EXPECT_EQ(find(name), ModuleKind::kModule) << name;
  EXPECT_EQ(find("b"), ModuleKind::kPackage);
  EXPECT_EQ(find("both"), ModuleKind::kPackage);
  for (const char* name : {"data", "i", "k", "emodule2", "b.d", "d.x", "B", "dangling", "dir", "data.x"})
    EXPECT_EQ(find(name), ModuleKind::kNone) << name;
}

TEST(Project, TakesWhatCannotBeListedForEmpty) {
  MemoryStore store(empty({"a/__init__.py", "a/b/__init__.py"}));
  store.fail_on("list", "a/b", {"can't be listed", ""});
  const Project project(store);
  EXPECT_EQ(project.find("/project/a", "b"), ModuleKind::kNone);
}

TEST(Project, KnowsWhatWasThereWhenFirstAsked) {
  MemoryStore store(empty({"a/__init__.py"}));
  const Project project(store);
  EXPECT_EQ(project.find("/project/a", "b"), ModuleKind::kNone);
  store.add("a/b.py", "");
  EXPECT_EQ(project.find("/project/a", "b"), ModuleKind::kNone);
}

TEST(Project, AnswersSeveralThreads) {
  const MemoryStore store(empty({"a/__init__.py", "a/b/__init__.py", "a/b/c.py"}));
  const Project project(store);
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < 100; ++round) {
        EXPECT_EQ(project.home_of("a/b/c.py").package, "a.b");
        EXPECT_EQ(project.find("/project/a", "b.c"), ModuleKind::kModule);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace py3k::engine
