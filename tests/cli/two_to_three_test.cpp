#include "cli/two_to_three.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/two_to_three_options.h"
#include "engine/run/memory_store.h"
#include "fixers/fixers.h"

namespace py3k::cli {
namespace {

using engine::MemoryStore;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

struct Ran {
  int code;
  std::string out;
  std::string err;
};

Ran run(const std::vector<std::string>& arguments, const engine::FileStore& store, const std::string& input = "") {
  auto out = std::make_unique<StringSink>();
  auto err = std::make_unique<StringSink>();
  const StringSink& out_text = *out;
  const StringSink& err_text = *err;
  Console console{.out = std::move(out), .err = std::move(err), .read_stdin = [&] { return input; }};
  const int code = run_two_to_three("2to3", arguments, console, fixers::all_fixers, store);
  return {code, out_text.text(), err_text.text()};
}

constexpr const char* kOld = "if d.has_key(k): pass\n";
constexpr const char* kNew = "if k in d: pass\n";

MemoryStore sample() {
  return MemoryStore({{"app/z.py", kOld},
                      {"app/fine.py", "x = 1\n"},
                      {"app/sub/m.py", kOld},
                      {"app/.hidden.py", kOld},
                      {"app/.hidden/m.py", kOld},
                      {"app/script", "#!/usr/bin/python\n" + std::string(kOld)}});
}

TwoToThreeOptions parse(const std::vector<std::string>& arguments) { return parse_two_to_three(arguments).value(); }
std::string why_not(const std::vector<std::string>& arguments) {
  const auto parsed = parse_two_to_three(arguments);
  return parsed ? "" : parsed.error().what;
}

TEST(TwoToThree, IsWhatAProgramOfThatNameIs) {
  EXPECT_TRUE(is_two_to_three("2to3"));
  EXPECT_TRUE(is_two_to_three("/usr/bin/2to3-2.7"));
  EXPECT_FALSE(is_two_to_three("/opt/2to3/py3k"));
  EXPECT_FALSE(is_two_to_three("2to32"));
}

TEST(TwoToThreeOptions, AreReadAsOptparseDid) {
  const auto options =
      parse({"-wnfprint", "a", "--fi", "dict", "-j4", "--nofix=long", "--add-s", "3", "-", "--", "-v"});
  EXPECT_TRUE(options.write);
  EXPECT_TRUE(options.no_backups);
  EXPECT_THAT(options.fix, ElementsAre("print", "dict"));
  EXPECT_THAT(options.nofix, ElementsAre("long"));
  EXPECT_EQ(options.processes, 4);
  EXPECT_EQ(options.add_suffix, "3");
  EXPECT_THAT(options.operands, ElementsAre("a", "-", "-v"));
  EXPECT_FALSE(options.verbose);
  EXPECT_TRUE(parse({"-W", "a"}).write);
  EXPECT_TRUE(parse({"--help", "--wirte"}).help);
}

TEST(TwoToThreeOptions, AreRefusedInOptparsesWords) {
  EXPECT_EQ(why_not({"--zzz"}), "no such option: --zzz");
  EXPECT_EQ(why_not({"-Z"}), "no such option: -Z");
  EXPECT_EQ(why_not({"--no", "a"}), "ambiguous option: --no (--no-diffs, --nobackups, --nofix?)");
  EXPECT_EQ(why_not({"-f"}), "-f option requires 1 argument");
  EXPECT_EQ(why_not({"--write=3"}), "--write option does not take a value");
  EXPECT_EQ(why_not({"-j", "x"}), "option -j: invalid integer value: 'x'");
  EXPECT_EQ(why_not({"-n", "a"}), "Can't use -n without -w");
  EXPECT_EQ(why_not({"-w", "-o", "out", "a"}), "Can't use --output-dir/-o without -n.");
  EXPECT_EQ(why_not({"-w", "--add-suffix=3", "a"}), "Can't use --add-suffix without -n.");
}

TEST(TwoToThree, DryShowsDiffsAndWhatNeedsToBeModified) {
  const MemoryStore store = sample();
  const Ran ran = run({"-f", "has_key", "app"}, store);
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(
      ran.out,
      "--- app/z.py\t(original)\n+++ app/z.py\t(refactored)\n@@ -1 +1 @@\n-if d.has_key(k): pass\n+if k in d: pass\n"
      "--- app/sub/m.py\t(original)\n+++ app/sub/m.py\t(refactored)\n@@ -1 +1 @@\n-if d.has_key(k): pass\n+if k in d: "
      "pass\n");
  EXPECT_EQ(
      ran.err,
      "RefactoringTool: Refactored app/z.py\nRefactoringTool: Refactored app/sub/m.py\n"
      "RefactoringTool: Files that need to be modified:\nRefactoringTool: app/z.py\nRefactoringTool: app/sub/m.py\n");
  EXPECT_EQ(store.write_count(), 0);
}

TEST(TwoToThree, WritesInPlaceAndKeepsABackup) {
  const MemoryStore store = sample();
  const Ran ran = run({"-w", "--no-diffs", "-f", "has_key", "app/z.py"}, store);
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr("Files that were modified:\nRefactoringTool: app/z.py\n"));
  EXPECT_EQ(store.content("app/z.py"), kNew);
  EXPECT_EQ(store.content("app/z.py.bak"), kOld);
  const MemoryStore without = sample();
  run({"-w", "-n", "-f", "has_key", "app/z.py"}, without);
  EXPECT_EQ(without.content("app/z.py"), kNew);
  EXPECT_EQ(without.content("app/z.py.bak"), "");
}

TEST(TwoToThree, WithoutABackupNothingIsWritten) {
  MemoryStore store = sample();
  store.fail_on("write", "app/z.py.bak", {"can't be written: the disk is full", ""});
  const Ran ran = run({"-w", "-f", "has_key", "app"}, store);
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.err, HasSubstr("There was 1 error:\nRefactoringTool: Can't write app/z.py: can't be backed up"));
  EXPECT_EQ(store.content("app/z.py"), kOld);
  EXPECT_EQ(store.content("app/sub/m.py"), kNew);
}

TEST(TwoToThree, WritesElsewhere) {
  const MemoryStore store = sample();
  const Ran ran = run({"-W", "-n", "-o", "out", "--add-suffix=3", "-f", "has_key", "app"}, store);
  EXPECT_THAT(ran.err, HasSubstr("WARNING: --write-unchanged-files/-W implies -w.\n"
                                 "lib2to3.main: Output in 'out' will mirror the input directory 'app' layout.\n"
                                 "RefactoringTool: No changes to app/fine.py\n"
                                 "RefactoringTool: Writing converted app/fine.py to out/fine.py3.\n"));
  EXPECT_EQ(store.content("out/z.py3"), kNew);
  EXPECT_EQ(store.content("out/sub/m.py3"), kNew);
  EXPECT_EQ(store.content("out/fine.py3"), "x = 1\n");
  EXPECT_EQ(store.content("app/z.py"), kOld);
}

TEST(TwoToThree, NeverWritesOutsideOfTheOutputDirectory) {
  const MemoryStore store(
      {{"/a/x.py", kOld}, {"/b/y.py", kOld}, {"/project/ab/x.py", kOld}, {"/project/abc/x.py", kOld}});
  run({"-w", "-n", "-o", "out", "-f", "has_key", "/a/x.py", "/b/y.py"}, store);
  EXPECT_EQ(store.content("out/a/x.py"), kNew);
  EXPECT_EQ(store.content("/a/x.py"), kOld);
  // What the names have in common is no directory.
  run({"-w", "-n", "-o", "out", "-f", "has_key", "ab", "abc"}, store);
  EXPECT_EQ(store.content("out/ab/x.py"), kNew);
  EXPECT_EQ(store.content("out/abc/x.py"), kNew);
}

TEST(TwoToThree, ReplacesInputsWhereTheOutputDirectoryIsTheirs) {
  const MemoryStore store(MemoryStore::Files{{"app/z.py", kOld}});
  EXPECT_EQ(run({"-w", "-n", "-o", "app", "-f", "has_key", "app"}, store).code, 0);
  EXPECT_EQ(store.content("app/z.py"), kNew);
}

TEST(TwoToThree, HasErrorsFileByFile) {
  const MemoryStore store({{"bad.py", "def f(:\n"}, {"noword.py", "x = = 1\n"}, {"z.py", kOld}});
  const Ran ran = run({"-w", "-n", "-j", "3", "-f", "has_key", "bad.py", "noword.py", "none.py", "z.py"}, store);
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.err, HasSubstr("RefactoringTool: Can't parse bad.py: line 1: "));
  EXPECT_THAT(ran.err, HasSubstr("RefactoringTool: Can't parse noword.py: line 1: "));
  EXPECT_THAT(ran.err, HasSubstr("RefactoringTool: Can't open none.py: does not exist\n"));
  EXPECT_THAT(ran.err, HasSubstr("RefactoringTool: There were 3 errors:\n"));
  EXPECT_EQ(store.content("z.py"), kNew);
}

TEST(TwoToThree, TakesFilesForPython2UnlessTheyShowOtherwise) {
  EXPECT_THAT(run({"-f", "print", "-"}, MemoryStore(), "print ('a', 'b')\n").out, HasSubstr("+print(('a', 'b'))\n"));
  EXPECT_EQ(run({"-f", "print", "-"}, MemoryStore(), "print ('a', 'b', file=f)\n").out, "");
  EXPECT_EQ(run({"-p", "-"}, MemoryStore(), "print ('a', 'b')\n").out, "");
  EXPECT_EQ(run({"-e", "-f", "exec", "-"}, MemoryStore(), "exec ('a', b)\n").out, "");
}

TEST(TwoToThree, ReadsStandardInputButDoesNotWriteIt) {
  const Ran ran = run({"-f", "has_key", "-"}, MemoryStore(), kOld);
  EXPECT_THAT(ran.out, testing::StartsWith("--- <stdin>\t(original)\n"));
  EXPECT_THAT(ran.err, HasSubstr("Refactored <stdin>\n"));
  EXPECT_EQ(run({"-w", "-"}, MemoryStore(), kOld).code, 2);
}

TEST(TwoToThree, ConvertsDoctestsInTextFiles) {
  const MemoryStore store(MemoryStore::Files{{"a.txt", "print x\n  >>> print x\n  ... \n  >>> print (\n"}});
  const Ran ran = run({"-w", "-n", "-d", "a.txt"}, store);
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.err, HasSubstr("Can't parse docstring in a.txt line 4: "));
  EXPECT_EQ(store.content("a.txt"), "print x\n  >>> print(x)\n  ... \n  >>> print (\n");
}

TEST(TwoToThree, NamesWhatItLeavesByFileAndLine) {
  const Ran ran = run({"-"}, MemoryStore(), "x = 1\nraise 'text'\n");
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr("RefactoringTool: Warnings/messages while refactoring:\n"
                                 "RefactoringTool: ### In file <stdin> ###\nRefactoringTool: Line 2: "));
}

TEST(TwoToThree, HasItsOwnFixersOnly) {
  const MemoryStore store(MemoryStore::Files{
      {"a.py", "# -*- coding: utf-8 -*-\nclass A(B):\n    def f(self):\n        super(A, self).f(`x`)\n"}});
  EXPECT_THAT(run({"a.py"}, store).out, Not(HasSubstr("-        super(A, self).f(`x`)\n+        super().f(")));
  EXPECT_THAT(run({"a.py"}, store).out, HasSubstr("+        super(A, self).f(repr(x))\n"));
  const std::string listed = run({"-l"}, store).out;
  EXPECT_THAT(listed, testing::StartsWith("Available transformations for the -f/--fix option:\n"));
  EXPECT_THAT(listed, HasSubstr("\nhas_key\n"));
  EXPECT_THAT(listed, Not(HasSubstr("super_args")));
  // Of all, without one.
  EXPECT_EQ(run({"-f", "all", "-x", "repr", "a.py"}, store).out, "");
  const Ran unknown = run({"-f", "has_keys", "a.py"}, store);
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("did you mean has_key?"));
  EXPECT_EQ(run({}, store).code, 2);
}

}  // namespace
}  // namespace py3k::cli
