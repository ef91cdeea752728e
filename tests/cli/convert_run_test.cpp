#include "cli/convert_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "engine/run/memory_store.h"

namespace py3k::cli {
namespace {

using engine::FileResult;
using engine::Finding;
using engine::MemoryStore;
using engine::Outcome;
using engine::Safety;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// Stands in for the engine: replaces the first "old" by "new", reports "odd" as a thing for people, fails at "bad".
FileResult convert(std::string path, const std::string& bytes) {
  FileResult result;
  result.path = std::move(path);
  if (bytes.find("bad") != std::string::npos) {
    result.outcome = Outcome::kFailed;
    result.reason = "is bad";
    return result;
  }
  const auto add = [&](std::size_t at, Safety safety, bool applied) {
    const auto start = static_cast<std::uint32_t>(at);
    result.findings.push_back(
        {"renew", applied ? "old -> new" : "odd", {start, start + 3}, 1, start, 1, start + 3, safety, applied});
  };
  if (const std::size_t odd = bytes.find("odd"); odd != std::string::npos) add(odd, Safety::kManual, false);
  const std::size_t old = bytes.find("old");
  if (old == std::string::npos) return result;
  add(old, Safety::kUnsafe, true);
  const auto start = static_cast<std::uint32_t>(old);
  result.outcome = Outcome::kChanged;
  result.dialect = engine::Dialect::kPython2;
  result.edits = {{{start, start + 3}, "new", 0}};
  result.original = bytes;
  result.rewritten = engine::apply_edits(bytes, result.edits);
  result.output_bytes = result.rewritten;
  return result;
}

struct Ran {
  int code;
  std::string out;
  std::string err;
};

Ran run(std::vector<std::string> arguments, const engine::FileStore& store, const std::string& input = "",
        bool is_terminal = false) {
  const Options options = parse_options(arguments).value();
  auto out = std::make_unique<StringSink>();
  auto err = std::make_unique<StringSink>();
  const StringSink& out_text = *out;
  const StringSink& err_text = *err;
  Console console{.out = std::move(out),
                  .err = std::move(err),
                  .read_stdin = [&] { return input; },
                  .out_is_terminal = is_terminal,
                  .err_is_terminal = is_terminal};
  ConvertRun convert_run(options, store, console, *console.out, convert);
  const int code = options.reads_stdin() ? convert_run.convert_stdin() : convert_run.convert_paths();
  return {code, out_text.text(), err_text.text()};
}

MemoryStore sample() {
  return MemoryStore({{"a.py", "x = old\n"}, {"b.py", "x = fine\n"}, {"c.py", "odd\n"}, {"d.py", "bad\n"}});
}

constexpr std::string_view kDiff = "--- a.py\n+++ a.py\n@@ -1 +1 @@ renew\n-x = old\n+x = new\n";

TEST(ConvertRun, DryShowsDiffsAndWritesNothing) {
  const MemoryStore store = sample();
  const Ran ran = run({"."}, store);
  EXPECT_EQ(ran.code, kExitFailed);
  EXPECT_EQ(ran.out, kDiff);
  EXPECT_EQ(ran.err,
            "c.py:1:1: [renew, manual] odd\n"
            "d.py: failed: is bad\n"
            "4 files: 1 would change (1 change, 1 unsafe), 1 finding to look at, 1 failed; "
            "nothing was written (-w writes)\n");
  EXPECT_EQ(store.write_count(), 0);
}

TEST(ConvertRun, WritesInPlace) {
  const MemoryStore store = sample();
  const Ran ran = run({"-w", "."}, store);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr("4 files: 1 changed (1 change, 1 unsafe)"));
  EXPECT_EQ(store.content("a.py"), "x = new\n");
  EXPECT_EQ(store.write_count(), 1);
  EXPECT_EQ(run({"-w", "--diff", "."}, sample()).out, kDiff);
}

TEST(ConvertRun, WritesNothingElsewhereThatIsTheInputItself) {
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"-w", "-o", ".", "a.py"}, {"-w", "-o", "/project", "a.py"}, {"-w", "-o", "./", "."}}) {
    const MemoryStore store(MemoryStore::Files{{"a.py", "old\n"}});
    const Ran ran = run(arguments, store);
    EXPECT_EQ(ran.code, kExitFailed);
    EXPECT_THAT(ran.err, HasSubstr("is the input itself, and its result would replace it; leave out -o\n"));
    EXPECT_EQ(store.content("a.py"), "old\n");
  }
  const MemoryStore store(MemoryStore::Files{{"a.py", "old\n"}});
  EXPECT_EQ(run({"-w", "-o", "out", "a.py"}, store).code, kExitDone);
  EXPECT_EQ(store.content("out/a.py"), "new\n");
}

TEST(ConvertRun, OneFileThatFailsStopsNoOther) {
  MemoryStore store({{"a.py", "old\n"}, {"b.py", "old\n"}, {"c.py", "old\n"}});
  store.fail_on("write", "a.py", {"can't be written: the disk is full", "free some space"});
  store.fail_on("read", "b.py", {"can't be read: permission denied", ""});
  const Ran ran = run({"-w", ".", "none.py"}, store);
  EXPECT_EQ(ran.code, kExitFailed);
  EXPECT_THAT(ran.err, HasSubstr("a.py: failed: can't be written: the disk is full; free some space\n"));
  EXPECT_THAT(ran.err, HasSubstr("b.py: failed: can't be read: permission denied\n"));
  EXPECT_THAT(ran.err, HasSubstr("none.py: failed: does not exist\n"));
  EXPECT_THAT(ran.err, HasSubstr("4 files: 1 changed (1 change, 1 unsafe)"));
  EXPECT_EQ(store.content("a.py"), "old\n");
  EXPECT_EQ(store.content("c.py"), "new\n");
}

TEST(ConvertRun, CheckFindsWhatIsToDo) {
  EXPECT_EQ(run({"--check", "a.py"}, sample()).code, kExitFound);
  EXPECT_EQ(run({"--check", "c.py"}, sample()).code, kExitFound);
  EXPECT_EQ(run({"--check", "b.py"}, sample()).code, kExitDone);
  EXPECT_EQ(run({"--check", "."}, sample()).code, kExitFailed);
  EXPECT_EQ(run({"a.py"}, sample()).code, kExitDone);
}

TEST(ConvertRun, QuietShowsFailuresOnlyAndVerboseAll) {
  const Ran quiet = run({"-q", "."}, sample());
  EXPECT_EQ(quiet.out, "");
  EXPECT_EQ(quiet.err, "d.py: failed: is bad\n");
  EXPECT_THAT(run({"-v", "a.py"}, sample()).err, HasSubstr("a.py:1:5: [renew, unsafe] old -> new\n"));
  EXPECT_THAT(run({"-v", "a.py"}, sample()).err, HasSubstr(" 1 file found, "));
  EXPECT_THAT(run({"a.py"}, sample()).err, Not(HasSubstr("old -> new")));
}

TEST(ConvertRun, IsTheSameForAnyNumberOfThreads) {
  MemoryStore::Files files;
  constexpr const char* kContents[] = {"old\n", "fine\n", "odd old\n", "bad\n"};
  for (int i = 0; i < 200; ++i)
    files["d" + std::to_string(i % 7) + "/f" + std::to_string(i) + ".py"] = kContents[i % 4];
  const MemoryStore store(files);
  const Ran one = run({"-j1", "--stats", "."}, store);
  for (const auto* jobs : {"-j2", "-j7", "-j32"}) {
    const Ran many = run({jobs, "--stats", "."}, store);
    EXPECT_EQ(many.out, one.out);
    EXPECT_EQ(many.err, one.err);
    EXPECT_EQ(many.code, one.code);
  }
}

TEST(ConvertRun, ColorsOnlyForTerminalsThatWantThem) {
  EXPECT_THAT(run({"a.py"}, sample(), "", true).out, HasSubstr("\x1b[32m+x = \x1b[7mnew\x1b[27m\x1b[0m\n"));
  EXPECT_THAT(run({"--color=never", "a.py"}, sample(), "", true).out, Not(HasSubstr("\x1b")));
  EXPECT_THAT(run({"--color=always", "a.py"}, sample()).out, HasSubstr("\x1b"));
  Console console;
  console.wants_no_color = true;
  EXPECT_FALSE(wants_color(ColorMode::kAuto, console, true));
  EXPECT_TRUE(wants_color(ColorMode::kAlways, console, true));
}

TEST(ConvertRun, KeepsNewlinesOutOfColors) {
  const MemoryStore store(MemoryStore::Files{{"a.py", "old\r\n"}});
  EXPECT_THAT(run({"--color=always", "a.py"}, store).out, HasSubstr("\x1b[31m-old\x1b[0m\r\n"));
}

TEST(ConvertRun, ShowsHowManyLinesChangeInsteadOfDiffs) {
  const Ran ran = run({"--stat", "."}, sample());
  EXPECT_EQ(ran.out, " a.py | 2 +-\n 1 file changed, 1 insertion(+), 1 deletion(-)\n");
  EXPECT_EQ(run({"--stat", "--diff", "a.py"}, sample()).out, std::string(kDiff) + ran.out);
  EXPECT_EQ(run({"--stat", "-w", "a.py"}, sample()).out, ran.out);
  EXPECT_EQ(run({"--stat", "b.py"}, sample()).out, "");
  EXPECT_EQ(run({"--stat", "-q", "a.py"}, sample()).out, "");
  EXPECT_THAT(run({"--stat", "-"}, sample(), "old\n").out, HasSubstr(" <stdin> | 2 +-\n"));
}

TEST(ConvertRun, ShowsAsMuchContextAsIsWanted) {
  const MemoryStore store(MemoryStore::Files{{"a.py", "1\n2\nold\n4\n5\n"}});
  EXPECT_THAT(run({"--context", "1", "a.py"}, store).out, HasSubstr("@@ -2,3 +2,3 @@ renew\n 2\n-old\n+new\n 4\n"));
  EXPECT_THAT(run({"--context=0", "a.py"}, store).out, HasSubstr("@@ -3 +3 @@ renew\n-old\n+new\n"));
}

TEST(ConvertRun, CountsByFixer) {
  EXPECT_THAT(run({"--stats", "."}, sample()).err, HasSubstr("fixer  applied  left\nrenew  1        1\n"));
  EXPECT_EQ(run({"-q", "--stats", "a.py"}, sample()).err, "");
}

TEST(ConvertRun, SaysWhenThereIsNothing) {
  MemoryStore store;
  store.add_directory("d");
  const Ran ran = run({"d"}, store);
  EXPECT_EQ(ran.code, kExitDone);
  EXPECT_THAT(ran.err, HasSubstr("no Python files"));
}

TEST(ConvertRun, ConvertsStandardInput) {
  const Ran changed = run({"-"}, sample(), "old odd");
  EXPECT_EQ(changed.code, kExitDone);
  EXPECT_EQ(changed.out, "new odd");
  EXPECT_EQ(changed.err, "<stdin>:1:5: [renew, manual] odd\n");
  EXPECT_EQ(run({"-"}, sample(), "fine\n").out, "fine\n");
  const Ran failed = run({"-"}, sample(), "bad");
  EXPECT_EQ(failed.code, kExitFailed);
  EXPECT_EQ(failed.out, "");
  EXPECT_EQ(run({"--diff", "-"}, sample(), "old\n").out, "--- <stdin>\n+++ <stdin>\n@@ -1 +1 @@ renew\n-old\n+new\n");
  const Ran check = run({"--check", "-"}, sample(), "old\n");
  EXPECT_EQ(check.code, kExitFound);
  EXPECT_EQ(check.out, "");
}

// A reader that has had enough after the first write.
class ClosedSink : public Sink {
 public:
  void write(std::string_view text) override { writes += text.empty() ? 0 : 1; }
  bool is_closed() const override { return writes > 0; }
  int writes = 0;
};

TEST(ConvertRun, StopsWithoutErrorWhenNobodyReads) {
  MemoryStore::Files files;
  for (int i = 0; i < 100; ++i) files["f" + std::to_string(i) + ".py"] = "old\n";
  const auto run_closed = [](const std::vector<std::string>& arguments, const MemoryStore& store) {
    const Options options = parse_options(arguments).value();
    Console console{.out = std::make_unique<ClosedSink>(), .err = std::make_unique<StringSink>(), .read_stdin = {}};
    ClosedSink report;
    return ConvertRun(options, store, console, report, convert).convert_paths();
  };
  const MemoryStore dry(files);
  EXPECT_EQ(run_closed({"."}, dry), kExitDone);
  const MemoryStore written(files);
  EXPECT_EQ(run_closed({"-w", "--diff", "."}, written), kExitDone);
  EXPECT_EQ(written.write_count(), 100);
}

TEST(SarifReport, IsADocumentWhicheverFilesHaveResults) {
  const MemoryStore store({{"a.py", "fine"}, {"b.py", "old"}, {"c.py", "fine"}, {"d.py", "odd"}, {"e.py", "fine"}});
  const auto results = [&](const std::string& operand) {
    const auto log = nlohmann::json::parse(run({"--format", "sarif", operand}, store).out);
    return log["runs"][0]["results"].size();
  };
  EXPECT_EQ(results("."), 2U);
  EXPECT_EQ(results("a.py"), 0U);
}

// The keys of docs/reports.md, no more and no less, in that order.
TEST(JsonReport, KeepsItsContract) {
  const Ran ran = run({"--format", "json", "--target", "3.8", "."}, sample());
  EXPECT_THAT(ran.err, IsEmpty());
  const auto document = nlohmann::ordered_json::parse(ran.out);
  const auto keys = [](const nlohmann::ordered_json& object) {
    std::string text;
    for (const auto& [key, value] : object.items()) text += key + " ";
    return text;
  };
  EXPECT_EQ(keys(document), "py3k target dry_run files summary ");
  EXPECT_EQ(document["target"], "3.8");
  EXPECT_EQ(document["dry_run"], true);
  const auto& file = document["files"][0];
  EXPECT_EQ(keys(file), "path outcome reason written_to dialect findings ");
  EXPECT_EQ(file["path"], "a.py");
  EXPECT_EQ(file["outcome"], "changed");
  EXPECT_EQ(file["dialect"], "python2");
  const auto& finding = file["findings"][0];
  EXPECT_EQ(keys(finding), "fixer line column end_line end_column safety applied message ");
  EXPECT_EQ(finding["line"], 1);
  EXPECT_EQ(finding["column"], 4);
  EXPECT_EQ(finding["applied"], true);
  EXPECT_EQ(document["files"][3]["outcome"], "failed");
  EXPECT_EQ(document["files"][3]["reason"], "is bad");
  const auto& summary = document["summary"];
  EXPECT_EQ(keys(summary), "files changed failed guarded passed_over applied manual seconds ");
  EXPECT_EQ(summary["files"], 4);
  EXPECT_EQ(summary["manual"], 1);
}

TEST(JsonReport, IsADocumentWithoutFilesAndWithOddPaths) {
  MemoryStore store;
  store.add_directory("d");
  EXPECT_TRUE(nlohmann::json::parse(run({"-q", "--format=json", "d"}, store).out)["files"].empty());
  store.add("d/\xE9.py", "old\n");
  EXPECT_EQ(nlohmann::json::parse(run({"--format=json", "d"}, store).out)["files"].size(), 1U);
}

TEST(ConvertRun, DoesNotAskPeopleAboutWhatOnlyTheFailureOfTheFileLeft) {
  MemoryStore store({{"a.py", "old\n"}, {"b.py", "odd old\n"}});
  store.fail_writes_after(0);
  const Ran ran = run({"-w", "."}, store);
  EXPECT_THAT(ran.err, Not(HasSubstr("old -> new")));
  EXPECT_THAT(ran.err, HasSubstr("2 files: 0 changed, 1 finding to look at, 2 failed\n"));
}

// SQLite's way: let each write be the one that fails.
TEST(ConvertRun, AnyWriteThatFailsLeavesThatFileAlone) {
  constexpr int kFiles = 8;
  MemoryStore::Files files;
  for (int i = 0; i < kFiles; ++i) files["f" + std::to_string(i) + ".py"] = "old\n";
  for (int allowed = 0; allowed <= kFiles; ++allowed) {
    MemoryStore store(files);
    store.fail_writes_after(allowed);
    const Ran ran = run({"-w", "-j3", "."}, store);
    int converted = 0;
    for (const auto& [path, content] : files) {
      converted += store.content(path) == "new\n" ? 1 : 0;
      EXPECT_TRUE(store.content(path) == "new\n" || store.content(path) == content);
    }
    EXPECT_EQ(converted, allowed);
    EXPECT_EQ(ran.code, allowed == kFiles ? kExitDone : kExitFailed);
  }
}

}  // namespace
}  // namespace py3k::cli
