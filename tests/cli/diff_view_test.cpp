#include "cli/report/diff_view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/paths.h"
#include "tests/support/conversion.h"
#include "tests/support/files.h"

namespace py3k::cli {
namespace {

using testing::HasSubstr;

FileReport converted(const std::string& text, const std::vector<std::string>& options = {"--from", "2"}) {
  FileReport file;
  file.bytes = text;
  file.result = (*tests::converter_for(options))->convert("a.py", text);
  return file;
}

std::string view(const std::string& text, bool color = false, std::uint32_t context = 3) {
  return diff_view(converted(text), {.color = color, .context = context});
}

TEST(DiffView, NamesTheFixersOfEachHunk) {
  const std::string gap(8, '\n');
  EXPECT_EQ(view("print d.has_key(1)\nx <> y\n" + gap + "z = 10L\n", false, 0),
            "--- a.py\n+++ a.py\n"
            "@@ -1,2 +1,2 @@ print, has_key, ne\n-print d.has_key(1)\n-x <> y\n+print(1 in d)\n+x != y\n"
            "@@ -11 +11 @@ numliterals\n-z = 10L\n+z = 10\n");
}

TEST(DiffView, NamesTheFixerThatWantsAnImport) {
  const std::string text = view("import os\n" + std::string(9, '\n') + "x = reduce(f, xs)\n", false, 0);
  EXPECT_THAT(text, HasSubstr("@@ -1,0 +2 @@ reduce\n+from functools import reduce\n"));
}

TEST(DiffView, MarksTheWordsThatChanged) {
  EXPECT_EQ(view("if not d.has_key(name): pass\n", true),
            "\x1b[1m--- a.py\x1b[0m\n\x1b[1m+++ a.py\x1b[0m\n\x1b[36m@@ -1 +1 @@\x1b[0m has_key\n"
            "\x1b[31m-if \x1b[7mnot \x1b[27md\x1b[7m.has_key(\x1b[27mname\x1b[7m)\x1b[27m: pass\x1b[0m\n"
            "\x1b[32m+if name\x1b[7m not in \x1b[27md: pass\x1b[0m\n");
}

TEST(DiffView, MarksNothingWhereAllOfALineIsNew) {
  EXPECT_THAT(view("x = reduce(f, xs)\n", true), HasSubstr("\x1b[32m+from functools import reduce\x1b[0m\n"));
}

TEST(DiffView, KeepsNewlinesAndTheirAbsence) {
  EXPECT_THAT(view("x <> y\r\n", true), HasSubstr("\x1b[31m-x \x1b[7m<>\x1b[27m y\x1b[0m\r\n"));
  EXPECT_THAT(view("x <> y"), HasSubstr("-x <> y\n\\ No newline at end of file\n+x != y\n\\ No newline"));
}

TEST(DiffView, ShowsBytesOfFilesInOtherEncodings) {
  const std::string text = view("# coding: latin-1\nx = '\xE9' <> y\n", true);
  EXPECT_THAT(text, HasSubstr("\xE9"));
}

TEST(DiffView, CountsLines) {
  const LineCounts counts = changed_lines(converted("import os\nx = reduce(f, xs)\nprint 1\n"));
  EXPECT_EQ(counts.added, 2U);
  EXPECT_EQ(counts.removed, 1U);
}

// Whatever the colours, taking them away leaves what `patch` and `git apply` take.
TEST(DiffView, IsAPatch) {
  if (std::system("patch --version > /dev/null 2>&1") != 0) GTEST_SKIP() << "patch is not installed";
  std::string name = (std::filesystem::temp_directory_path() / "py3k-view-XXXXXX").string();
  const std::filesystem::path directory = ::mkdtemp(name.data());
  const auto run = [&](const std::string& command) {
    return std::system(("cd '" + directory.string() + "' && " + command + " > log 2>&1").c_str());
  };
  const bool has_git = run("git init -q . && git config core.autocrlf false") == 0;
  int patched = 0;
  for (const auto& path : tests::files_below(tests::kSourceDir / "testdata" / "run", ".py")) {
    const FileReport file = converted(tests::read_file(path));
    if (file.result.outcome != engine::Outcome::kChanged) continue;
    std::ofstream(directory / "a.diff", std::ios::binary) << diff_view(file, {.context = patched % 4U});
    for (const std::string command :
         {"patch --binary -f --no-backup-if-mismatch -p0 -i a.diff", "git apply --unidiff-zero -p0 a.diff"}) {
      if (!has_git && command.starts_with("git")) continue;
      std::ofstream(directory / "a.py", std::ios::binary) << file.bytes;
      ASSERT_EQ(run(command), 0) << path << command << tests::read_file(directory / "log");
      ASSERT_EQ(tests::read_file(directory / "a.py"), file.result.output_bytes) << path << command;
    }
    ++patched;
  }
  EXPECT_GT(patched, 0);
  std::filesystem::remove_all(directory);
}

}  // namespace
}  // namespace py3k::cli
