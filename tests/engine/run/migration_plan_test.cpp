#include "engine/run/migration_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/run/memory_store.h"
#include "engine/run/module_graph.h"

namespace py3k::engine {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Components, ComeAfterWhatTheyDependOn) {
  EXPECT_THAT(components({}), IsEmpty());
  EXPECT_THAT(components({{1}, {2}, {1}, {0}}), ElementsAre(ElementsAre(1, 2), ElementsAre(0), ElementsAre(3)));
  EXPECT_THAT(components({{}, {}, {0}}), ElementsAre(ElementsAre(0), ElementsAre(1), ElementsAre(2)));
  EXPECT_THAT(components({{0}}), ElementsAre(ElementsAre(0)));
  EXPECT_THAT(components({{1}, {2}, {0, 3}, {}}), ElementsAre(ElementsAre(3), ElementsAre(0, 1, 2)));
  // Two ways to the same node, and a circle within a circle.
  EXPECT_THAT(components({{1, 2}, {3}, {3}, {}}),
              ElementsAre(ElementsAre(3), ElementsAre(1), ElementsAre(2), ElementsAre(0)));
  EXPECT_THAT(components({{1}, {0, 2}, {3}, {2, 0}}), ElementsAre(ElementsAre(0, 1, 2, 3)));
}

TEST(Components, TakeChainsOfAnyLength) {
  constexpr std::size_t kNodes = 300000;
  Graph chain(kNodes);
  for (std::size_t i = 0; i + 1 < kNodes; ++i) chain[i] = {i + 1};
  EXPECT_EQ(components(chain).front(), std::vector<std::size_t>{kNodes - 1});
  chain.back() = {0};
  EXPECT_EQ(components(chain).size(), 1U);
}

std::vector<std::string> shown(const std::string& bytes) {
  std::vector<std::string> names;
  for (const ImportedName& name : imports_of(bytes).names) {
    names.push_back(std::string(name.level, '.') + name.module + (name.name.empty() ? "" : " " + name.name));
  }
  return names;
}

TEST(ImportList, HasWhatIsImportedOnLoading) {
  EXPECT_THAT(shown("import a, b . c as d\nfrom e.f import g, h as i\nfrom j import (k,\n  l)\nfrom m import *\n"),
              ElementsAre("a", "b.c", "e.f g", "e.f h", "j k", "j l", "m *"));
  EXPECT_THAT(shown("from . import a\nfrom .. b import c\nfrom ...d.e import *\n"),
              ElementsAre(". a", "..b c", "...d.e *"));
  EXPECT_THAT(shown("try:\n  import a\nexcept ImportError: import b\nif x:\n  class C:\n    import c\n"),
              ElementsAre("a", "b", "c"));
  EXPECT_THAT(shown("def f():\n  import a\n  def g(): import b\nimport c\nclass C:\n  def m(self):\n    import d\n"),
              ElementsAre("c"));
  EXPECT_THAT(shown("print 'import x'\nprint `1`; import y\n"), ElementsAre("y"));
  EXPECT_THAT(shown("a\0b"), IsEmpty());
  EXPECT_FALSE(imports_of("import a\n").is_absolute);
  EXPECT_TRUE(imports_of("from __future__ import absolute_import, division\n").is_absolute);
  EXPECT_TRUE(imports_of("import a\nx = f'{a}'\n").is_absolute);
}

// Paths and contents, and which import which, by path.
std::vector<std::string> edges_of(const MemoryStore::Files& files) {
  const MemoryStore store(files);
  const Project project(store);
  std::vector<SurveyedModule> modules;
  std::vector<std::string> paths;
  for (const auto& [path, content] : files) {
    modules.push_back({project.home_of(path), imports_of(content)});
    paths.push_back(path);
  }
  const Graph graph = module_graph(modules);
  std::vector<std::string> edges;
  for (std::size_t i = 0; i < graph.size(); ++i) {
    for (const std::size_t other : graph[i]) edges.push_back(paths[i] + " " + paths[other]);
  }
  return edges;
}

TEST(ModuleGraph, FollowsImports) {
  EXPECT_THAT(
      edges_of({{"a/__init__.py", "import b"},
                {"a/b.py", "import os, c, a.d\nfrom a import other"},
                {"a/c.py", "from . import b, d"},
                {"a/d.py", "from .sub.e import x"},
                {"a/sub/__init__.py", ""},
                {"a/sub/e.py", "from .. import b\nfrom ...x import y"},
                {"main.py", "import a.sub.e"},
                {"setup.py", "import main, setup"}}),
      ElementsAre("a/__init__.py a/b.py", "a/b.py a/__init__.py", "a/b.py a/c.py", "a/b.py a/d.py", "a/c.py a/b.py",
                  "a/c.py a/d.py", "a/d.py a/sub/__init__.py", "a/d.py a/sub/e.py", "a/sub/e.py a/b.py",
                  "main.py a/__init__.py", "main.py a/sub/__init__.py", "main.py a/sub/e.py", "setup.py main.py"));
}

TEST(ModuleGraph, KnowsWhatPython2FindsFirst) {
  const std::string absolute = "from __future__ import absolute_import\n";
  EXPECT_THAT(edges_of({{"a/__init__.py", ""},
                        {"a/b.py", "import c"},
                        {"a/c.py", ""},
                        {"a/d.py", absolute + "import c"},
                        {"c.py", ""}}),
              ElementsAre("a/b.py a/c.py", "a/d.py c.py"));
  // A module does not import itself; scripts find what lies beside them, and other roots.
  EXPECT_THAT(edges_of({{"lib/a/__init__.py", ""},
                        {"bin/x.py", "import x, y, a"},
                        {"bin/y.py", "import x"},
                        {"lib/a/a.py", "import a"}}),
              ElementsAre("bin/x.py bin/y.py", "bin/x.py lib/a/__init__.py", "bin/y.py bin/x.py"));
}

struct Step {
  std::string paths;
  std::size_t cycle = 0;
  friend bool operator==(const Step&, const Step&) = default;
};

std::vector<Step> plan(const std::vector<PlannedFile>& files, const Graph& graph, std::size_t most_lines) {
  std::vector<Step> steps;
  for (const Batch& batch : plan_migration(files, graph, most_lines)) {
    Step& step = steps.emplace_back(Step{"", batch.cycle});
    std::size_t lines = 0;
    for (const std::size_t file : batch.files) {
      step.paths += (step.paths.empty() ? "" : " ") + files[file].path;
      lines += files[file].lines;
    }
    EXPECT_EQ(lines, batch.lines);
  }
  return steps;
}

TEST(MigrationPlan, TakesLeavesFirst) {
  const std::vector<PlannedFile> files = {{"a/x.py", 10}, {"b/x.py", 10}, {"c/x.py", 10}};
  EXPECT_EQ(plan(files, {{2}, {0}, {}}, 10), (std::vector<Step>{{"c/x.py"}, {"a/x.py"}, {"b/x.py"}}));
  EXPECT_EQ(plan(files, {{2}, {0}, {}}, 25), (std::vector<Step>{{"a/x.py c/x.py"}, {"b/x.py"}}));
  EXPECT_EQ(plan(files, {{2}, {0}, {}}, 30), (std::vector<Step>{{"a/x.py b/x.py c/x.py"}}));
  EXPECT_EQ(plan({}, {}, 10), std::vector<Step>());
}

TEST(MigrationPlan, LeavesOutWhatDoesNotChange) {
  EXPECT_EQ(plan({{"a.py", 0}, {"b.py", 1}, {"c/d.py", 0}}, {{1}, {2}, {}}, 10), std::vector<Step>{{"b.py"}});
  EXPECT_EQ(plan({{"a.py", 0}}, {{}}, 10), std::vector<Step>());
  // They still tell the order of others.
  EXPECT_EQ(plan({{"a/x.py", 6}, {"b/x.py", 0}, {"c/x.py", 6}}, {{1}, {2}, {}}, 10),
            (std::vector<Step>{{"c/x.py"}, {"a/x.py"}}));
}

TEST(MigrationPlan, DividesWhatIsTooLarge) {
  const std::vector<PlannedFile> files = {{"a/1.py", 6}, {"a/2.py", 6}, {"a/3.py", 3}, {"a/4.py", 3}};
  EXPECT_EQ(plan(files, {{3}, {}, {1}, {2}}, 9), (std::vector<Step>{{"a/2.py a/3.py"}, {"a/1.py a/4.py"}}));
}

TEST(MigrationPlan, KeepsCirclesTogether) {
  const std::vector<PlannedFile> files = {{"a/1.py", 6}, {"a/2.py", 1}, {"b/1.py", 6}, {"b/2.py", 1}};
  // Files that import each other, across directories, and what does not.
  EXPECT_EQ(plan(files, {{2}, {}, {0}, {0}}, 8), (std::vector<Step>{{"a/1.py b/1.py", 2}, {"a/2.py b/2.py"}}));
  // Directories that do, but small enough.
  EXPECT_EQ(plan(files, {{3}, {}, {1}, {}}, 14), (std::vector<Step>{{"a/1.py a/2.py b/1.py b/2.py"}}));
  // A single file that is too large.
  EXPECT_EQ(plan({{"a.py", 100}, {"b.py", 1}}, {{}, {}}, 10), (std::vector<Step>{{"a.py", 1}, {"b.py"}}));
}

}  // namespace
}  // namespace py3k::engine
