// Each fuzz target over its corpus: seeds, and whatever the fuzzers have found once.

#include <gtest/gtest.h>

#include "tests/fuzz/fuzz_targets.h"
#include "tests/paths.h"
#include "tests/support/files.h"

namespace py3k::tests {
namespace {

class FuzzReplay : public testing::TestWithParam<FuzzTarget> {
 public:
  friend void PrintTo(const FuzzTarget& target, std::ostream* stream) { *stream << target.name; }
};

TEST_P(FuzzReplay, FindsNothingInTheCorpus) {
  const auto paths = files_below(kSourceDir / "tests" / "fuzz" / "corpus" / GetParam().name, "");
  ASSERT_FALSE(paths.empty());
  for (const auto& path : paths) EXPECT_EQ(GetParam().flaw_of(read_file(path)), "") << path;
}

INSTANTIATE_TEST_SUITE_P(Targets, FuzzReplay, testing::ValuesIn(fuzz_targets().begin(), fuzz_targets().end()),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace py3k::tests
