#include "cli/generate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/conversion.h"

namespace py3k::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using Kind = Completion::Kind;

std::string page(const std::string& what) { return generate(what, tests::registry()).value(); }

// What all pages have to have, since they come from one table.
class GeneratedPage : public testing::TestWithParam<std::string> {};

TEST_P(GeneratedPage, HasAllOptionsAndCommandsAndFixers) {
  const std::string text = page(GetParam());
  const bool is_man = GetParam() == "man";
  for (const Flag& flag : flags()) {
    if (!is_shown(flag)) continue;
    std::string name(flag.name);
    if (is_man) {
      for (std::size_t at = 0; (at = name.find('-', at)) != std::string::npos; at += 2) name.insert(at, "\\");
    }
    EXPECT_THAT(text, HasSubstr(name)) << flag.name;
  }
  for (const CommandName& command : command_names()) {
    if (!is_shown(command)) continue;
    EXPECT_THAT(text, HasSubstr(std::string(command.name)));
  }
  for (const engine::Fixer& fixer : tests::registry().all()) EXPECT_THAT(text, HasSubstr(fixer.name));
  EXPECT_TRUE(text.ends_with('\n'));
  EXPECT_THAT(text, HasSubstr("py3k generate " + GetParam()));
}

INSTANTIATE_TEST_SUITE_P(All, GeneratedPage, testing::Values("man", "bash", "zsh", "fish"),
                         [](const auto& info) { return info.param; });

TEST(Generate, SaysWhatItCanMake) {
  const auto made = generate("csh", tests::registry());
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().what, "generate can't make csh");
  EXPECT_EQ(made.error().advice, "it makes man, bash, zsh or fish");
}

TEST(Generate, KnowsWhatFollowsAnOption) {
  EXPECT_EQ(completion_of("NAME").kind, Kind::kFixers);
  EXPECT_EQ(completion_of("FIXER...").kind, Kind::kFixers);
  EXPECT_EQ(completion_of("DIR").kind, Kind::kDirectories);
  EXPECT_EQ(completion_of("FILE").kind, Kind::kFiles);
  EXPECT_EQ(completion_of("PATH...").kind, Kind::kFiles);
  EXPECT_EQ(completion_of("N").kind, Kind::kNothing);
  EXPECT_EQ(completion_of("").kind, Kind::kNothing);
  EXPECT_THAT(completion_of("2|3|auto").words, ElementsAre("2", "3", "auto"));
  EXPECT_THAT(completion_of("3.N|2+3").words, ElementsAre("2+3"));
}

// In troff a line that begins with a dot is an order, and a plain hyphen is no minus.
TEST(ManPage, EscapesWhatTroffWouldRead) {
  const std::string text = page("man");
  EXPECT_THAT(text, HasSubstr("\\fB\\-\\-no\\-pager\\fR"));
  EXPECT_THAT(text, Not(HasSubstr("\n'")));
  for (std::size_t at = 0; (at = text.find("\n.", at)) != std::string::npos; ++at) {
    const std::string request = text.substr(at + 2, 2);
    EXPECT_THAT((std::vector<std::string>{"SH", "SS", "TP", "PP", "TH", "BR", "br", "nh", "ad", "\\\""}),
                testing::Contains(request));
  }
  for (const char c : text) EXPECT_LT(static_cast<unsigned char>(c), 0x80) << "troff takes ASCII and names";
}

}  // namespace
}  // namespace py3k::cli
