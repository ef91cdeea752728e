// What golden cases of `shebang` can't show: files that are no Python 2 by themselves. (Their options take the first
// line.)
#include <gtest/gtest.h>

#include "tests/support/conversion.h"

namespace py3k::tests {
namespace {

using engine::Safety;

engine::FileResult converted_script(const std::string& rest, const std::vector<std::string>& options = {}) {
  return (*converter_for(options))->convert("script", "#!/usr/bin/env python2\n" + rest);
}

TEST(FixShebang, IsSafeWhereTheLanguageIsKnown) {
  for (const std::string rest : {"async def f(): pass\n", "print 1\n"}) {
    const auto result = converted_script(rest);
    EXPECT_TRUE(result.output_bytes.starts_with("#!/usr/bin/env python3\n"));
    EXPECT_EQ(result.findings.front().safety, Safety::kSafe);
  }
}

TEST(FixShebang, IsUnsafeWhereTheLineAloneSaysPython2) {
  const auto result = converted_script("x = input()\n");
  EXPECT_EQ(result.output_bytes, "#!/usr/bin/env python3\nx = input()\n");
  ASSERT_EQ(result.findings.size(), 1U);
  EXPECT_EQ(result.findings[0].safety, Safety::kUnsafe);
  EXPECT_EQ(converted_script("x = input()\n", {"--safe"}).outcome, engine::Outcome::kUnchanged);
  EXPECT_EQ(converted_script("x = input()\n", {"--from", "2"}).output_bytes,
            "#!/usr/bin/env python3\nx = eval(input())\n");
}

TEST(FixShebang, StaysForBothTargets) {
  const auto result = converted_script("x = 0777\n", {"--target", "2+3"});
  EXPECT_EQ(result.output_bytes, "#!/usr/bin/env python2\nx = 0o777\n");
  EXPECT_EQ(result.findings.size(), 1U);
}

}  // namespace
}  // namespace py3k::tests
