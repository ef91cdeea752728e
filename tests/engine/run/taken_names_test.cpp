#include "engine/run/taken_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "engine/run/memory_store.h"

namespace py3k::engine {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Who takes `imap` of the first file, as "path spelled"; sorted.
std::vector<std::string> takers(const MemoryStore::Files& others, const std::string& path = "util.py",
                                bool by_star = true, const std::vector<std::string>& places = {"."}) {
  MemoryStore store(others);
  store.add(path, "");
  const Project project(store, {}, places);
  std::vector<std::string> lines;
  for (const NameTaker& taker : project.taken_names().takers_of(project.home_of(path), "imap", by_star))
    lines.push_back(taker.path.substr(std::string_view("/project/").size()) + " " + taker.spelled);
  std::sort(lines.begin(), lines.end());
  return lines;
}

TEST(TakenNames, AreThoseThatAreImported) {
  EXPECT_THAT(takers({{"a.py", "from util import imap\n"}}), ElementsAre("a.py imap"));
  EXPECT_THAT(takers({{"a.py", "from util import (x,\n  imap as m)\n"}}), ElementsAre("a.py m"));
  EXPECT_THAT(takers({{"a.py", "from util import izip\nimap\n"}}), IsEmpty());
  EXPECT_THAT(takers({{"a.py", "from itertools import imap\n"}}), IsEmpty());
}

TEST(TakenNames, AreThoseThatAreReadFromTheModule) {
  EXPECT_THAT(takers({{"a.py", "import util\nutil . imap(f)\n"}}), ElementsAre("a.py util.imap"));
  EXPECT_THAT(takers({{"a.py", "import util as u\nu.imap\n"}}), ElementsAre("a.py u.imap"));
  EXPECT_THAT(takers({{"a.py", "import util\ngetattr(util, 'imap')\n"}}), ElementsAre("a.py util.imap"));
  EXPECT_THAT(takers({{"a.py", "import util\nm = util\nm.imap\n"}}), ElementsAre("a.py util.imap"));
  EXPECT_THAT(takers({{"a.py", "__import__('util').imap\n"}}), ElementsAre("a.py .imap"));
  EXPECT_THAT(takers({{"a.py", "import util, itertools\nutil.f(itertools.imap)\n"}}), IsEmpty());
  EXPECT_THAT(takers({{"a.py", "import util\nself.util.imap\n"}}), IsEmpty());
}

TEST(TakenNames, ComeByStars) {
  EXPECT_THAT(takers({{"a.py", "from util import *\nimap\n"}}), ElementsAre("a.py imap"));
  EXPECT_THAT(takers({{"a.py", "from util import *\nimap\n"}}, "util.py", false), IsEmpty());
  EXPECT_THAT(takers({{"a.py", "from util import *\nx.imap\n"}}), IsEmpty());
  EXPECT_THAT(takers({{"a.py", "from util import *\nfrom itertools import imap\nimap\n"}}), IsEmpty());
  EXPECT_THAT(
      takers({{"a.py", "from util import *\n"}, {"b.py", "from a import *\n"}, {"c.py", "from b import imap\n"}}),
      ElementsAre("c.py imap"));
  EXPECT_THAT(takers({{"a.py", "from util import *\n"}, {"util.py", "from a import *\n"}}), IsEmpty());
}

TEST(TakenNames, AreOfTheModuleThatIsMeant) {
  const std::string init = "pkg/__init__.py";
  EXPECT_THAT(takers({{init, ""}, {"pkg/a.py", "from util import imap\n"}}, "pkg/util.py"),
              ElementsAre("pkg/a.py imap"));
  EXPECT_THAT(takers({{init, ""}, {"pkg/a.py", "from .util import imap\n"}}, "pkg/util.py"),
              ElementsAre("pkg/a.py imap"));
  EXPECT_THAT(takers({{init, ""}, {"a.py", "import pkg.util\npkg.util.imap\n"}}, "pkg/util.py"),
              ElementsAre("a.py pkg.util.imap"));
  EXPECT_THAT(takers({{init, ""}, {"a.py", "from pkg import util as u\nu.imap\n"}}, "pkg/util.py"),
              ElementsAre("a.py u.imap"));
  EXPECT_THAT(takers({{"pkg/a.py", "from . import imap\n"}}, init), ElementsAre("pkg/a.py imap"));
  EXPECT_THAT(takers({{"pkg/a.py", ""}, {"b.py", "import pkg.a\npkg.imap\n"}}, init), ElementsAre("b.py pkg.imap"));
  EXPECT_THAT(takers({{init, ""}, {"util.py", ""}, {"a.py", "from util import imap\n"}}, "pkg/util.py"), IsEmpty());
  // Where util is to be had from is not known, but that it is no other.
  EXPECT_THAT(takers({{"tests/a.py", "from util import imap\n"}}, "src/util.py"), ElementsAre("tests/a.py imap"));
  EXPECT_THAT(takers({{"tests/a.py", "from string import imap\n"}}, "src/string.py"), IsEmpty());
}

TEST(TakenNames, AreLookedForInTheProjectOfAFile) {
  const MemoryStore::Files files = {{"tests/a.py", "from util import imap\n"}, {"b.py", "from util import imap\n"}};
  EXPECT_THAT(takers(files, "util.py", true, {"util.py"}), ElementsAre("b.py imap"));
  MemoryStore::Files packaged = files;
  packaged["setup.py"] = "";
  EXPECT_THAT(takers(packaged, "util.py", true, {"util.py"}), ElementsAre("b.py imap", "tests/a.py imap"));
  EXPECT_THAT(takers(files, "util.py", true, {"tests"}), ElementsAre("b.py imap"));
  EXPECT_THAT(takers(files, "setup.py"), IsEmpty());
}

TEST(TakenNames, HaveAttributes) {
  MemoryStore store(MemoryStore::Files{{"a.py", "from util import urllib2 as u\nu.urlopen, u . Request, x.u.y, u\n"}});
  const Project project(store, {}, {"."});
  EXPECT_THAT(project.taken_names().attributes_of({"a.py", "u"}), ElementsAre("Request", "urlopen"));
  EXPECT_THAT(project.taken_names().attributes_of({"a.py", ".u"}), ElementsAre("y"));
}

TEST(TakenNames, KnowsWhatAStarBinds) {
  MemoryStore store({{"a.py", "from b import *\n"},
                     {"b.py", "from c import *\n__all__ = ['map', 'zip']\nfilter = 1\n"},
                     {"c.py", "def map(f): pass\nfor zip in (): pass\nx = [long(1)]\nfrom b import *\n"}});
  const Project project(store);
  const auto binds = [&](const std::string& module, const std::string& name) {
    return project.taken_names().star_binds(project.home_of("a.py"), module, name);
  };
  EXPECT_TRUE(binds("c", "map"));
  EXPECT_TRUE(binds("b", "map"));
  EXPECT_TRUE(binds("b", "zip"));
  EXPECT_FALSE(binds("b", "filter"));
  EXPECT_FALSE(binds("c", "long"));
  EXPECT_FALSE(binds("string", "map"));
}

TEST(TakenNames, KnowsTheModulesOfAModule) {
  MemoryStore store(MemoryStore::Files{{"util.py", "import itertools\nfrom x import sys\nimport os as re\n"}});
  const Project project(store);
  const Home home = project.home_of("a.py");
  EXPECT_TRUE(project.taken_names().is_module_in(home, "util", "itertools"));
  EXPECT_FALSE(project.taken_names().is_module_in(home, "util", "sys"));
  EXPECT_FALSE(project.taken_names().is_module_in(home, "util", "re"));
  EXPECT_FALSE(project.taken_names().is_module_in(home, "other", "itertools"));
}

TEST(TakenNames, AnswersSeveralThreads) {
  MemoryStore store(MemoryStore::Files{{"a.py", "from util import imap\n"}, {"util.py", ""}});
  const Project project(store, {}, {"."});
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back(
        [&] { EXPECT_EQ(project.taken_names().takers_of(project.home_of("util.py"), "imap", true).size(), 1U); });
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace py3k::engine
