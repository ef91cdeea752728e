#include "cli/diffstat.h"

#include <gtest/gtest.h>

namespace py3k::cli {
namespace {

TEST(Diffstat, IsDrawnAsGitDoes) {
  EXPECT_EQ(diffstat({{"app/views.py", 6, 8}, {"b.py", 1, 0}, {"c.py", 0, 2}}, 80, false),
            " app/views.py | 14 ++++++--------\n"
            " b.py         |  1 +\n"
            " c.py         |  2 --\n"
            " 3 files changed, 7 insertions(+), 10 deletions(-)\n");
  EXPECT_EQ(diffstat({}, 80, false), "");
  EXPECT_EQ(diffstat({{"a", 1, 0}}, 80, false), " a | 1 +\n 1 file changed, 1 insertion(+)\n");
  EXPECT_EQ(diffstat({{"a", 0, 1}}, 80, false), " a | 1 -\n 1 file changed, 1 deletion(-)\n");
}

TEST(Diffstat, StaysWithinTheLine) {
  const std::string deep = std::string(90, 'd') + "/views.py";
  for (const std::size_t columns : {40U, 80U, 132U}) {
    const std::string text = diffstat({{deep, 3000, 1}, {"é.py", 1, 9999}, {"a.py", 1, 1}}, columns, false);
    std::size_t start = 0;
    for (std::size_t end; (end = text.find('\n', start)) != std::string::npos; start = end + 1) {
      const std::string line = text.substr(start, end - start);
      if (line.find(" | ") == std::string::npos) continue;
      EXPECT_LE(line.size(), columns + 1) << line;  // the é has two bytes
      EXPECT_NE(line.find_first_of("+-", line.find(" | ")), std::string::npos) << "nothing shows it: " << line;
    }
    EXPECT_NE(text.find("/views.py | "), std::string::npos) << text;
  }
}

TEST(Diffstat, ShowsBothSidesHoweverUnequal) {
  const std::string text = diffstat({{"a.py", 1, 9999}, {"b.py", 9999, 1}}, 60, false);
  EXPECT_NE(text.find("| 10000 +-"), std::string::npos) << text;
  EXPECT_NE(text.find("+-\n", text.find("b.py")), std::string::npos) << text;
}

TEST(Diffstat, Colors) {
  const std::string text = diffstat({{"a", 2, 1}}, 80, true);
  EXPECT_EQ(text.substr(0, text.find('\n')), " a | 3 \x1b[32m++\x1b[0m\x1b[31m-\x1b[0m");
}

}  // namespace
}  // namespace py3k::cli
