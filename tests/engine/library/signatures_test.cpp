#include "engine/library/signatures.h"

#include <gtest/gtest.h>

#include <string>

namespace py3k::engine {

extern const std::string_view kPythonFacts;

namespace {

Fact with(std::string_view takes) {
  return {.section = {},
          .name = "f",
          .takes = takes,
          .gives = {},
          .to = {},
          .parts = {},
          .package = {},
          .advice = {},
          .is_called = true};
}

TEST(Signatures, SayWhatBecomesOfArguments) {
  EXPECT_EQ(role(with("-, lazy*"), 0), "-");
  EXPECT_EQ(role(with("-, lazy*"), 1), "lazy");
  EXPECT_EQ(role(with("-, lazy*"), 7), "lazy");
  EXPECT_EQ(role(with("bytes, ..."), 0), "bytes");
  EXPECT_EQ(role(with("bytes, ..."), 1), "-");
  EXPECT_EQ(role(with(""), 0), "-");
}

TEST(Signatures, SayHowManyArgumentsThereAre) {
  EXPECT_GT(most_arguments(with("-, lazy*")), 100U);
  EXPECT_GT(most_arguments(with("bytes, ...")), 100U);
  EXPECT_EQ(most_arguments(with("bytes, -")), 2U);
  EXPECT_EQ(most_arguments(with("")), 0U);
}

TEST(Signatures, OfFunctionsAreFoundByTheirWholeNamesOfMethodsByTheirOwn) {
  ASSERT_NE(known_function("base64.b64encode"), nullptr);
  EXPECT_EQ(known_function("base64.b64encode")->gives, "ascii");
  EXPECT_EQ(known_function("b64encode"), nullptr);
  EXPECT_EQ(known_function("__builtin__.str.join"), nullptr);
  ASSERT_NE(known_method("join"), nullptr);
  EXPECT_EQ(role(*known_method("join"), 0), "all");
  EXPECT_EQ(known_method("b64encode"), nullptr);
}

TEST(Signatures, AreNoFactsAboutWhatIsGone) {
  EXPECT_EQ(library().find("__builtin__.sorted"), nullptr);
  EXPECT_TRUE(library().find("time.clock")->gone);
  const auto all = Facts::parse(kPythonFacts);
  ASSERT_TRUE(all) << all.error().what;
  EXPECT_EQ(library().all().size() + signatures().all().size(), all->all().size());
}

}  // namespace
}  // namespace py3k::engine
