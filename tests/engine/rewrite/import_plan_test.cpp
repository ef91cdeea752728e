#include "engine/rewrite/import_plan.h"

#include "engine/fixer.h"
#include "engine/run/pipeline.h"
#include "gtest/gtest.h"

namespace py3k::tests {
namespace {

using engine::Context;
using engine::Fixer;
using engine::Kind;
using engine::Node;

// Replaces each call of want(module.name) by what that import is to be called there.
void visit(Context& cx, Node call) {
  if (call.child(engine::Field::kFunction).text() != "want") return;
  const Node argument = call.child(engine::Field::kArguments).named_child(0);
  std::string module(argument.text());
  std::string name;
  if (const std::size_t star = module.find("[0]."); star != std::string::npos) {
    name = module.substr(star + 4);
    module.resize(star);
  }
  engine::ChangeBuilder change = cx.change(call);
  const std::string spelling = change.import_for(call, module, name);
  change.replace(call, spelling).apply();
}

std::string converted(const std::string& before) {
  const Fixer fixer{.name = "want",
                    .doc = "Wants.",
                    .needs = engine::Needs::kAny,
                    .words = {"want"},
                    .visits = {{{Kind::kCall}, visit}}};
  const auto converter = engine::Converter::create({fixer}, {});
  const engine::FileResult result = converter->convert("a.py", before);
  return result.outcome == engine::Outcome::kChanged ? result.output_bytes : "not changed: " + result.reason;
}

// `want(m[0].n)` stands for `from m import n`, `want(m)` for `import m`.
TEST(ImportPlan, BehindTheImportsAtTheTop) {
  EXPECT_EQ(converted("import os\nimport re\n\nx = want(sys)\nimport late\n"),
            "import os\nimport re\nimport sys\n\nx = sys\nimport late\n");
  EXPECT_EQ(converted("import os\nx = want(functools[0].reduce)\n"),
            "import os\nfrom functools import reduce\nx = reduce\n");
  EXPECT_EQ(converted("import os; x = want(sys)\n"), "import os; import sys; x = sys\n");
}

TEST(ImportPlan, BeforeTheUse) {
  EXPECT_EQ(converted("x = want(functools[0].reduce)\nfrom functools import wraps\n"),
            "from functools import reduce\n\nx = reduce\nfrom functools import wraps\n");
  EXPECT_EQ(converted("import sys\nif hasattr(sys, 'a'):\n    want(importlib)\n    import site\nimport os\n"),
            "import sys\nimport importlib\nif hasattr(sys, 'a'):\n    importlib\n    import site\nimport os\n");
  EXPECT_EQ(converted("x = want(sys)\nimport sys\n"), "import sys\n\nx = sys\nimport sys\n");
  EXPECT_EQ(converted("def f(x=want(sys)): pass\nimport sys\n"), "import sys\n\ndef f(x=sys): pass\nimport sys\n");
  EXPECT_EQ(converted("class A:\n    x = want(sys)\nimport sys\n"),
            "import sys\n\nclass A:\n    x = sys\nimport sys\n");
}

TEST(ImportPlan, FunctionsRunLater) {
  EXPECT_EQ(converted("def f(): return want(functools[0].reduce)\nfrom functools import wraps\n"),
            "def f(): return reduce\nfrom functools import wraps, reduce\n");
  EXPECT_EQ(converted("f = lambda: want(sys)\nimport sys\n"), "f = lambda: sys\nimport sys\n");
}

TEST(ImportPlan, FutureStandsBeforeAllElse) {
  const std::string wanted = "want(__future__[0].division)";
  const std::string future = "from __future__ import division\n";
  EXPECT_EQ(converted("import os\n" + wanted + "\n"), future + "\nimport os\ndivision\n");
  EXPECT_EQ(converted(wanted + "\n"), future + "\ndivision\n");
  EXPECT_EQ(converted("\"Doc.\"\nimport os\n" + wanted + "\n"), "\"Doc.\"\n\n" + future + "import os\ndivision\n");
  EXPECT_EQ(converted("\"Doc.\"\n\nimport os\n" + wanted + "\n"), "\"Doc.\"\n\n" + future + "\nimport os\ndivision\n");
  EXPECT_EQ(converted("#!/usr/bin/python\n# -*- coding: utf-8 -*-\nimport os\n" + wanted + "\n"),
            "#!/usr/bin/python\n# -*- coding: utf-8 -*-\n" + future + "import os\ndivision\n");
  EXPECT_EQ(converted("#!/usr/bin/python\n\n# Why.\nimport os\n" + wanted + "\n"),
            "#!/usr/bin/python\n\n" + future + "\n# Why.\nimport os\ndivision\n");
  EXPECT_EQ(converted("\"Doc.\"; import os; " + wanted + "\n"),
            "\"Doc.\"; " + future.substr(0, future.size() - 1) + "; import os; division\n");
  EXPECT_EQ(converted("from __future__ import with_statement\nimport os\n" + wanted + "\n"),
            "from __future__ import with_statement, division\nimport os\ndivision\n");
  EXPECT_EQ(converted("from __future__ import (with_statement,\n    generators,)\n" + wanted + "\n"),
            "from __future__ import (with_statement,\n    generators, division,)\ndivision\n");
}

TEST(ImportPlan, BehindDocstringAndFuture) {
  EXPECT_EQ(converted("\"\"\"Doc.\"\"\"\nx = want(sys)\n"), "\"\"\"Doc.\"\"\"\n\nimport sys\nx = sys\n");
  EXPECT_EQ(converted("\"\"\"Doc.\"\"\"\n\nx = want(sys)\n"), "\"\"\"Doc.\"\"\"\n\nimport sys\n\nx = sys\n");
  EXPECT_EQ(converted("from __future__ import annotations\nx = want(sys)\n"),
            "from __future__ import annotations\nimport sys\nx = sys\n");
  EXPECT_EQ(converted("\"doc\"; x = want(sys)\n"), "\"doc\"; import sys; x = sys\n");
}

TEST(ImportPlan, BelowTheCommentsThatBeginTheFile) {
  EXPECT_EQ(converted("#!/usr/bin/env python\n# Licence\n\nx = want(sys)\n"),
            "#!/usr/bin/env python\n# Licence\n\nimport sys\n\nx = sys\n");
  EXPECT_EQ(converted("#!/usr/bin/env python\nx = want(sys)\n"), "#!/usr/bin/env python\nimport sys\n\nx = sys\n");
  EXPECT_EQ(converted("#!/usr/bin/env python\n\n# About x.\nx = want(sys)\n"),
            "#!/usr/bin/env python\n\nimport sys\n\n# About x.\nx = sys\n");
  EXPECT_EQ(converted("x = want(sys)\n"), "import sys\n\nx = sys\n");
  EXPECT_EQ(converted("\xEF\xBB\xBFx = want(sys)\n"), "\xEF\xBB\xBFimport sys\n\nx = sys\n");
  EXPECT_EQ(converted("x = want(sys)\r\n"), "import sys\r\n\r\nx = sys\r\n");
}

TEST(ImportPlan, LaddersAndGuards) {
  EXPECT_EQ(converted("try:\n    import a\nexcept ImportError:\n    a = None\nimport os\nwant(sys)\n"),
            "try:\n    import a\nexcept ImportError:\n    a = None\nimport os\nimport sys\nsys\n");
  EXPECT_EQ(converted("try:\n    import a\nexcept ImportError:\n    a = None\nwant(sys)\n"),
            "import sys\ntry:\n    import a\nexcept ImportError:\n    a = None\nsys\n");
  EXPECT_EQ(converted("import os\nif TYPE_CHECKING:\n    from functools import reduce as r\n    import "
                      "sys\nwant(functools[0].wraps)\n"),
            "import os\nfrom functools import wraps\nif TYPE_CHECKING:\n    from functools import reduce as r\n    "
            "import sys\nwraps\n");
}

TEST(ImportPlan, JoinsAStatementOfTheSameModule) {
  EXPECT_EQ(converted("from functools import wraps\nwant(functools[0].reduce)\n"),
            "from functools import wraps, reduce\nreduce\n");
  EXPECT_EQ(converted("from functools import (wraps,\n    partial,  # p\n)\nwant(functools[0].reduce)\n"),
            "from functools import (wraps,\n    partial, reduce,  # p\n)\nreduce\n");
  EXPECT_EQ(converted("from functools import *\nwant(functools[0].reduce)\n"),
            "from functools import *\nfrom functools import reduce\nreduce\n");
  EXPECT_EQ(converted("def f():\n    from functools import wraps\n    want(functools[0].reduce)\n"),
            "from functools import reduce\n\ndef f():\n    from functools import wraps\n    reduce\n");
}

TEST(ImportPlan, OncePerFile) {
  EXPECT_EQ(converted("import os\nwant(sys)\nwant(sys)\nwant(functools[0].reduce)\nwant(functools[0].reduce)\n"),
            "import os\nimport sys\nfrom functools import reduce\nsys\nsys\nreduce\nreduce\n");
}

TEST(ImportPlan, UsesWhatIsThere) {
  EXPECT_EQ(converted("import sys\nwant(sys)\n"), "import sys\nsys\n");
  EXPECT_EQ(converted("import sys as s\nwant(sys)\n"), "import sys as s\ns\n");
  EXPECT_EQ(converted("from functools import reduce as r\nwant(functools[0].reduce)\n"),
            "from functools import reduce as r\nr\n");
  EXPECT_EQ(converted("from urllib import parse\nwant(urllib.parse)\n"), "from urllib import parse\nparse\n");
  EXPECT_EQ(converted("import urllib\nwant(urllib.parse)\n"), "import urllib\nimport urllib.parse\nurllib.parse\n");
  EXPECT_EQ(converted("def f():\n    want(sys)\nimport sys as late\n"), "def f():\n    late\nimport sys as late\n");
  EXPECT_EQ(converted("want(sys)\nimport sys as late\n"), "import sys\n\nsys\nimport sys as late\n");
}

TEST(ImportPlan, Clashes) {
  EXPECT_EQ(converted("def reduce(x): pass\nwant(functools[0].reduce)\n"),
            "import functools\n\ndef reduce(x): pass\nfunctools.reduce\n");
  EXPECT_EQ(converted("def f(reduce):\n    want(functools[0].reduce)\n"),
            "import functools\n\ndef f(reduce):\n    functools.reduce\n");
  EXPECT_EQ(converted("def f(sys):\n    want(sys)\n"), "import sys as sys_module\n\ndef f(sys):\n    sys_module\n");
  EXPECT_EQ(converted("def f(functools, reduce):\n    want(functools[0].reduce)\n"),
            "import functools as functools_module\n\ndef f(functools, reduce):\n    functools_module.reduce\n");
}

}  // namespace
}  // namespace py3k::tests
