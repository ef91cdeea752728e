#include "engine/rewrite/rename.h"

#include "engine/fixer.h"
#include "engine/run/pipeline.h"
#include "gtest/gtest.h"

namespace py3k::tests {
namespace {

using engine::Fixer;
using engine::Group;
using engine::Rename;

std::string renamed(const std::string& before, const std::vector<Rename>& renames, const std::string& path = "a.py") {
  Fixer fixer{.name = "moved", .doc = "Moves.", .needs = engine::Needs::kAny, .renames = renames};
  const auto converter = engine::Converter::create({fixer}, {});
  const engine::FileResult result = converter->convert(path, before);
  if (result.outcome == engine::Outcome::kFailed) return "failed: " + result.reason;
  return result.outcome == engine::Outcome::kChanged ? result.output_bytes : before;
}

const std::vector<Rename> kText = {{"m.old", "m.new"}, {"m.older", "m.new"}, {"m.force", "m.push"}};
std::string text(const std::string& before, const std::string& path = "a.py") { return renamed(before, kText, path); }

TEST(Rename, ImportAndUses) {
  EXPECT_EQ(text("from m import old\nx = old(old)\ndef f(): return [old for _ in y]\n"),
            "from m import new\nx = new(new)\ndef f(): return [new for _ in y]\n");
}

TEST(Rename, OtherNamesStay) {
  const std::string same = "from m import other\nfrom n import old\nx = old(other)\ndef f(old): return old\n";
  EXPECT_EQ(text(same), same);
  EXPECT_EQ(text("from m import old\ndef f(old): return old\nx = y.old, g(old=1), 'old'\n"),
            "from m import new\ndef f(old): return old\nx = y.old, g(old=1), 'old'\n");
}

TEST(Rename, Aliases) {
  EXPECT_EQ(text("from m import old as o, force\no(force)\n"), "from m import new as o, push\no(push)\n");
  EXPECT_EQ(text("from m import old as new\nnew(1)\n"), "from m import new\nnew(1)\n");
}

TEST(Rename, ThroughTheModule) {
  EXPECT_EQ(text("import m\nm.old(m.other)\n"), "import m\nm.new(m.other)\n");
  EXPECT_EQ(text("import m as n\nn . old\n"), "import m as n\nn . new\n");
  EXPECT_EQ(renamed("from a import b\nb.old\nimport a.b\na.b.old\n", {{"a.b.old", "a.b.new"}}),
            "from a import b\nb.new\nimport a.b\na.b.new\n");
  const std::string local = "def f(m): return m.old\n";
  EXPECT_EQ(text(local), local);
}

TEST(Rename, RepeatsAreMerged) {
  EXPECT_EQ(text("from m import old, older\nx = old, older\n"), "from m import new\nx = new, new\n");
  EXPECT_EQ(text("from m import new, old\nx = new, old\n"), "from m import new\nx = new, new\n");
  EXPECT_EQ(text("from m import new\nfrom m import old\nx = new, old\n"), "from m import new\nx = new, new\n");
  EXPECT_EQ(text("from m import (new,  # text\n               old,  # more\n               z)\nold\n"),
            "# more\nfrom m import (new,  # text\n               z)\nnew\n");
}

TEST(Rename, SuitesKeepTheirOwnImports) {
  EXPECT_EQ(text("from m import new\ndef f():\n    from m import old\n    return old\nnew\n"),
            "from m import new\ndef f():\n    from m import new\n    return new\nnew\n");
}

TEST(Rename, ClashesAreImportedAs) {
  EXPECT_EQ(text("from m import old\nnew = 1\nold(new)\n"), "from m import new as old\nnew = 1\nold(new)\n");
  EXPECT_EQ(text("from m import old\ndef f(new): return old(new)\n"),
            "from m import new as old\ndef f(new): return old(new)\n");
  EXPECT_EQ(text("from m import old\nnew(old)\n"), "from m import new as old\nnew(old)\n");
  // Nobody minds a local of that name where the import is not used.
  EXPECT_EQ(text("from m import old\ndef f(new): return new\nold\n"),
            "from m import new\ndef f(new): return new\nnew\n");
}

TEST(Rename, ExportedNamesStay) {
  EXPECT_EQ(text("__all__ = ['old']\nfrom m import old\n"), "__all__ = ['old']\nfrom m import new as old\n");
  EXPECT_EQ(text("from m import old\n", "pkg/__init__.py"), "from m import new as old\n");
  EXPECT_EQ(text("from m import old\n", "pkg/compat.py"), "from m import new\n");
}

TEST(Rename, Ladders) {
  EXPECT_EQ(text("try:\n    from m import new\nexcept ImportError:\n    from m import old as new\nnew\n"),
            "from m import new\nnew\n");
  EXPECT_EQ(text("try:\n    from m import old\nexcept ImportError:\n    from m import older as old\nold\n"),
            "from m import new as old\nold\n");
  EXPECT_EQ(text("try:\n    from m import old\nexcept ImportError:\n    old = None\nold\n"),
            "try:\n    from m import new as old\nexcept ImportError:\n    old = None\nold\n");
}

TEST(Rename, StarImports) {
  EXPECT_EQ(text("from m import *\nold(1)\n"), "from m import *\nnew(1)\n");
  EXPECT_EQ(text("from n import *\nold(1)\n"), "from n import *\nold(1)\n");
}

const std::vector<Rename> kMoved = {{"m.a", "n.o.a"}, {"m.b", "n.o.c"}};

TEST(Rename, ToAnotherModule) {
  EXPECT_EQ(renamed("from m import a\na()\n", kMoved), "from n.o import a\na()\n");
  EXPECT_EQ(renamed("from m import a, b as d\na(d)\n", kMoved), "from n.o import a, c as d\na(d)\n");
  EXPECT_EQ(renamed("from m import a, x, b\na(b, x)\n", kMoved), "from m import x\nfrom n.o import a, c\na(c, x)\n");
  EXPECT_EQ(renamed("if x: from m import a, x\na\n", kMoved), "if x: from m import x; from n.o import a\na\n");
  EXPECT_EQ(renamed("import m\nm.a(m.x)\n", kMoved), "import m\nimport n.o\nn.o.a(m.x)\n");
}

TEST(Rename, ToAnotherModuleWhoseNameIsTaken) {
  EXPECT_EQ(renamed("import m\nm.a(m.x)\nn = 1\n", kMoved), "import m\nimport n.o as n_o\nn_o.a(m.x)\nn = 1\n");
  EXPECT_EQ(renamed("import m\ndef f(n): return m.a(n)\n", kMoved),
            "import m\nimport n.o as n_o\ndef f(n): return n_o.a(n)\n");
  EXPECT_EQ(renamed("import m\nfrom n import o\ndef f(n): return m.a(n)\n", kMoved),
            "import m\nfrom n import o\ndef f(n): return o.a(n)\n");
}

TEST(Rename, RunsTwice) {
  const std::string once = text("from m import old, force as f\nimport m\nold(m.older, f)\n");
  EXPECT_EQ(text(once), once);
}

}  // namespace
}  // namespace py3k::tests
