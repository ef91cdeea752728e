// A short fuzz run, the same each time: programs with something wrong in them, and parts of them, through all fixers.
// PY3K_FUZZ_ROUNDS=N runs N times as many. scripts/torture runs on.

#include "tests/support/mutation.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "engine/run/pipeline.h"
#include "fixers/fixers.h"
#include "tests/paths.h"
#include "tests/support/conversion_check.h"
#include "tests/support/files.h"

namespace py3k::tests {
namespace {

engine::Converter converter(std::optional<engine::Language> from) {
  engine::Settings settings;
  settings.from = from;
  return engine::Converter::create(fixers::all_fixers(), settings).value();
}

unsigned rounds() {
  const char* wanted = std::getenv("PY3K_FUZZ_ROUNDS");
  return wanted == nullptr ? 1U : static_cast<unsigned>(std::atoi(wanted));
}

void fuzz(const engine::Converter& with, unsigned count, std::size_t most_lines) {
  const auto paths = files_below(kSourceDir / "testdata" / "run", ".py");
  ASSERT_FALSE(paths.empty());
  for (unsigned seed = 0; seed < count * rounds(); ++seed) {
    Mutator mutator(seed);
    std::string text = read_file(paths[seed % paths.size()]);
    if (most_lines > 0) text = mutator.cut(text, most_lines);
    text = mutator.mutate(text);
    ASSERT_EQ(flaw_of_conversion(with, text), "") << "seed " << seed << "\n" << text;
  }
}

TEST(Fuzz, WholePrograms) { fuzz(converter({}), 700, 0); }
TEST(Fuzz, WholeProgramsOfPython2) { fuzz(converter(engine::Language::kPython2), 700, 0); }
// Parts are more often sound than the whole is.
TEST(Fuzz, AFewLines) { fuzz(converter({}), 10'000, 6); }
TEST(Fuzz, AFewLinesOfPython2) { fuzz(converter(engine::Language::kPython2), 10'000, 6); }
TEST(Fuzz, AFewLinesOfPython3) { fuzz(converter(engine::Language::kPython3), 5'000, 6); }

}  // namespace
}  // namespace py3k::tests
