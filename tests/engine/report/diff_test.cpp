#include "engine/report/diff.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace py3k::engine {
namespace {

std::string diff(const std::string& before, const std::vector<Edit>& edits, std::uint32_t context = 3) {
  const std::string after = apply_edits(before, edits);
  return unified_diff({.before = before, .after = after, .edits = edits},
                      {.before_label = "a.py", .after_label = "a.py", .context = context});
}

const std::string kLabels = "--- a.py\n+++ a.py\n";

TEST(ApplyEdits, ReplacesInsertsAndDeletes) {
  EXPECT_EQ(apply_edits("abcdef", {}), "abcdef");
  EXPECT_EQ(apply_edits("abcdef", {{{0, 0}, "X"}, {{1, 2}, ""}, {{3, 5}, "long"}, {{6, 6}, "!"}}), "Xaclongf!");
}

TEST(Diff, IsEmptyWithoutChange) {
  EXPECT_EQ(diff("a\n", {}), "");
  EXPECT_EQ(diff("a\n", {{{0, 1}, "a"}}), "");
}

TEST(Diff, ShowsALineWithItsNeighbours) {
  EXPECT_EQ(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", {{{8, 9}, "five"}}),
            kLabels + "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
  EXPECT_EQ(diff("1\n2\n3\n", {{{2, 3}, "two"}}, 0), kLabels + "@@ -2 +2 @@\n-2\n+two\n");
}

TEST(Diff, InsertsAtTheStartAndTheEnd) {
  EXPECT_EQ(diff("a\n", {{{0, 0}, "x\n"}}), kLabels + "@@ -1 +1,2 @@\n+x\n a\n");
  EXPECT_EQ(diff("a\n", {{{2, 2}, "x\n"}}), kLabels + "@@ -1 +1,2 @@\n a\n+x\n");
  EXPECT_EQ(diff("", {{{0, 0}, "x\n"}}), kLabels + "@@ -0,0 +1 @@\n+x\n");
  EXPECT_EQ(diff("a\nb\n", {{{2, 2}, "x\n"}}, 0), kLabels + "@@ -1,0 +2 @@\n+x\n");
}

TEST(Diff, Deletes) {
  EXPECT_EQ(diff("a\nb\nc\n", {{{2, 4}, ""}}), kLabels + "@@ -1,3 +1,2 @@\n a\n-b\n c\n");
  EXPECT_EQ(diff("a\n", {{{0, 2}, ""}}), kLabels + "@@ -1 +0,0 @@\n-a\n");
  EXPECT_EQ(diff("a\nb\n", {{{1, 2}, ""}}), kLabels + "@@ -1,2 +1 @@\n-a\n-b\n+ab\n");
}

TEST(Diff, SaysWhereThereIsNoFinalNewline) {
  EXPECT_EQ(diff("a\nb", {{{0, 1}, "x"}}), kLabels + "@@ -1,2 +1,2 @@\n-a\n+x\n b\n\\ No newline at end of file\n");
  EXPECT_EQ(diff("a", {{{1, 1}, "\n"}}), kLabels + "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
  EXPECT_EQ(diff("a\n", {{{1, 2}, ""}}), kLabels + "@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n");
}

TEST(Diff, JoinsHunksThatWouldTouch) {
  const std::string before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
  EXPECT_EQ(diff(before, {{{2, 3}, "x"}, {{12, 13}, "y"}}, 1),
            kLabels + "@@ -1,3 +1,3 @@\n 1\n-2\n+x\n 3\n@@ -6,3 +6,3 @@\n 6\n-7\n+y\n 8\n");
  EXPECT_EQ(diff(before, {{{2, 3}, "x"}, {{8, 9}, "y"}}, 1),
            kLabels + "@@ -1,6 +1,6 @@\n 1\n-2\n+x\n 3\n 4\n-5\n+y\n 6\n");
  EXPECT_EQ(diff(before, {{{2, 3}, "x"}, {{4, 5}, "y"}}, 0), kLabels + "@@ -2,2 +2,2 @@\n-2\n-3\n+x\n+y\n");
}

TEST(Diff, LeavesOutWhatIsTheSameAtTheEdgesOfAnEdit) {
  EXPECT_EQ(diff("a\nb\nc\n", {{{0, 5}, "a\nx\nc"}}, 0), kLabels + "@@ -2 +2 @@\n-b\n+x\n");
}

TEST(Diff, KeepsBytes) {
  EXPECT_EQ(diff("a\r\nb\r\n", {{{0, 1}, "x"}}), kLabels + "@@ -1,2 +1,2 @@\n-a\r\n+x\r\n b\r\n");
  EXPECT_EQ(diff("a \xE9\n", {{{0, 1}, "x"}}), kLabels + "@@ -1 +1 @@\n-a \xE9\n+x \xE9\n");
}

TEST(Diff, ShowsLinesThatOnlyTheirEncodingChanged) {
  const std::string before = "# coding: latin-1\na\nb\nc = '\xE9'\n";
  const std::vector<Edit> edits = {{{0, 18}, ""}};
  const std::string after = apply_edits(before, edits);
  const std::string recoded = "a\nb\nc = 'é'\n";
  const auto text =
      unified_diff({.before = before, .after = after, .edits = edits, .bytes_before = before, .bytes_after = recoded},
                   {.before_label = "a.py", .after_label = "a.py", .context = 0});
  EXPECT_EQ(text, kLabels + "@@ -1 +0,0 @@\n-# coding: latin-1\n@@ -4 +3 @@\n-c = '\xE9'\n+c = 'é'\n");
}

TEST(Diff, QuotesLabelsThatWouldBeMisread) {
  const std::vector<Edit> edits = {{{0, 1}, "b"}};
  const auto text = unified_diff({.before = "a\n", .after = "b\n", .edits = edits},
                                 {.before_label = "a b.py", .after_label = "a\n\"b\".py"});
  EXPECT_TRUE(text.starts_with("--- a b.py\t\n+++ \"a\\012\\\"b\\\".py\"\n")) << text;
}

// Random edits, over random texts, with all kinds of newlines: `patch` has to make the one text of the other.
class DiffPatch : public testing::Test {
 protected:
  DiffPatch() {
    std::string name = (std::filesystem::temp_directory_path() / "py3k-diff-XXXXXX").string();
    directory_ = ::mkdtemp(name.data());
  }
  ~DiffPatch() override { std::filesystem::remove_all(directory_); }

  void write(const std::string& name, const std::string& content) const {
    std::ofstream(directory_ / name, std::ios::binary) << content;
  }
  std::string read(const std::string& name) const {
    std::ifstream file(directory_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  int run(const std::string& command) const {
    return std::system(("cd '" + directory_.string() + "' && " + command + " > log 2>&1").c_str());
  }

  std::size_t below(std::size_t limit) { return random_() % limit; }

  std::string random_text(std::size_t lines) {
    constexpr std::string_view kNewlines[] = {"\n", "\n", "\n", "\r\n", "\r"};
    std::string text;
    for (std::size_t i = 0; i < lines; ++i) {
      text.append(below(4), static_cast<char>('a' + below(3)));
      text += kNewlines[below(5)];
    }
    if (below(3) == 0) text += "end";
    return text;
  }

  std::vector<Edit> random_edits(const std::string& text) {
    std::vector<Edit> edits;
    std::size_t at = 0;
    while (true) {
      at += below(30);
      const std::size_t end = at + below(8);
      if (end > text.size()) return edits;
      edits.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, random_text(below(3))});
      at = end;
    }
  }

  std::filesystem::path directory_;
  std::mt19937 random_{20240501};
};

TEST_F(DiffPatch, AppliesWhatItMade) {
  if (std::system("patch --version > /dev/null 2>&1") != 0) GTEST_SKIP() << "patch is not installed";
  for (int round = 0; round < 150; ++round) {
    const std::string before = random_text(below(40));
    const std::vector<Edit> edits = random_edits(before);
    const std::string after = apply_edits(before, edits);
    const std::string text = diff(before, edits, static_cast<std::uint32_t>(below(4)));
    ASSERT_EQ(text.empty(), before == after);
    if (text.empty()) continue;
    write("a.py", before);
    write("a.diff", text);
    // --binary: by default `patch` takes CRs away where it thinks that mail has added them.
    ASSERT_EQ(run("patch --binary -f --no-backup-if-mismatch -p0 -i a.diff"), 0) << text << read("log");
    if (after.empty()) continue;  // patch removes a file that is empty now
    ASSERT_EQ(read("a.py"), after) << text;
  }
}

TEST_F(DiffPatch, AppliesWithGit) {
  if (std::system("git --version > /dev/null 2>&1") != 0) GTEST_SKIP() << "git is not installed";
  ASSERT_EQ(run("git init -q . && git config core.autocrlf false"), 0);
  for (int round = 0; round < 60; ++round) {
    const std::string before = random_text(1 + below(40));
    const std::vector<Edit> edits = random_edits(before);
    const std::string after = apply_edits(before, edits);
    const std::string text = diff(before, edits);
    if (text.empty() || before.empty() || after.empty()) continue;
    write("a.py", before);
    write("a.diff", text);
    ASSERT_EQ(run("git apply -p0 a.diff"), 0) << text << read("log");
    ASSERT_EQ(read("a.py"), after) << text;
  }
}

}  // namespace
}  // namespace py3k::engine
