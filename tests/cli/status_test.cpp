#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/app.h"
#include "cli/status/status_table.h"
#include "engine/run/memory_store.h"
#include "fixers/fixers.h"

namespace py3k::cli {
namespace {

using engine::MemoryStore;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

struct Ran {
  int code;
  std::string out;
  std::string err;
};

Ran status(std::vector<std::string> arguments, const MemoryStore& store, bool is_terminal = false) {
  arguments.insert(arguments.begin(), "status");
  auto out = std::make_unique<StringSink>();
  auto err = std::make_unique<StringSink>();
  const StringSink& out_text = *out;
  const StringSink& err_text = *err;
  Console console{.out = std::move(out),
                  .err = std::move(err),
                  .read_stdin = [] { return std::string(); },
                  .out_is_terminal = is_terminal};
  const int code = run(arguments, console, fixers::all_fixers, store);
  return {code, out_text.text(), err_text.text()};
}

MemoryStore project() {
  return MemoryStore(MemoryStore::Files{{"app/a.py", "x = `y`\n\n\n"},          // safe
                                        {"app/b.py", "print(x)\n"},             // done
                                        {"app/sub/c.py", "x = unicode(y)\nz"},  // safe; the last line has no end
                                        {"d.py", "print (1\n"},                 // fails
                                        {"e.py", ""}});
}

TEST(Status, CountsByDirectory) {
  const Ran ran = status({}, project());
  EXPECT_EQ(ran.code, 3);
  EXPECT_THAT(ran.err, StartsWith("d.py: failed: line 1"));
  EXPECT_EQ(ran.out,
            "directory  files  lines  safe  unsafe  to look at  failed  done\n"
            ".              2      1     0       0           0       1  0%\n"
            "app            2      4     1       0           0       0  25%\n"
            "app/sub        1      2     1       0           0       0  0%\n"
            "total          5      7     2       0           0       1  14%\n");
  EXPECT_EQ(project().write_count(), 0);
}

TEST(Status, NamesWhatFails) {
  const Ran none = status({"nosuch"}, project());
  EXPECT_EQ(none.code, 3);
  EXPECT_EQ(none.err, "nosuch: failed: does not exist\n");
  EXPECT_THAT(none.out, HasSubstr("total          1      0     0       0           0       1  0%\n"));
  const Ran some = status({"nosuch", "app/b.py"}, project());
  EXPECT_EQ(some.code, 3);
  EXPECT_THAT(some.out, HasSubstr("total          2      1     0       0           0       1  99%\n"));
  EXPECT_EQ(status({"app/b.py"}, project()).code, 0);
}

TEST(Status, DrawsBarsInATerminal) {
  const Ran ran = status({"app"}, project(), true);
  EXPECT_THAT(ran.out, HasSubstr("█"));
  EXPECT_THAT(ran.out, HasSubstr("\x1b[33m"));
  EXPECT_THAT(status({"app", "--color", "never"}, project(), true).out, Not(HasSubstr("\x1b")));
}

TEST(Status, IsForDashboards) {
  const auto document = nlohmann::json::parse(status({"--format", "json", "--target", "3.8"}, project()).out);
  EXPECT_EQ(document["target"], "3.8");
  EXPECT_EQ(document["directories"].size(), 3U);
  EXPECT_EQ(document["directories"][1]["path"], "app");
  EXPECT_EQ(document["directories"][1]["files_done"], 1);
  EXPECT_EQ(document["total"]["failed"], 1);
  EXPECT_EQ(document["total"]["lines"], 7);
  EXPECT_TRUE(document["records"].empty());
}

TEST(Status, RecordsATrend) {
  MemoryStore store = project();
  EXPECT_EQ(status({"--record", "runs.jsonl"}, store).code, 3);
  store.add("app/a.py", "x = repr(y)\n\n\n");
  const Ran second = status({"--record", "runs.jsonl"}, store);
  const auto records = parse_records("runs.jsonl", store.content("runs.jsonl")).value();
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[0].counts.safe, 2U);
  EXPECT_EQ(records[1].counts.safe, 1U);
  EXPECT_EQ(records[1].counts.lines_done, 4U);
  EXPECT_THAT(second.out, HasSubstr("\nrun "));
  EXPECT_THAT(second.out, HasSubstr("14%\n"));
  EXPECT_THAT(second.out, HasSubstr("57%\n"));
}

TEST(Status, LeavesAWrongRecordAlone) {
  MemoryStore store = project();
  store.add("runs.jsonl", "{\"time\":\"2026-11-25T12:00:00Z\"}\n");
  const Ran ran = status({"--record", "runs.jsonl"}, store);
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("py3k: runs.jsonl:1:1: this is no record of `py3k status`"));
  EXPECT_EQ(store.write_count(), 0);
  EXPECT_EQ(status({"-w"}, store).code, 2);
}

TEST(Status, MindsTheConfiguration) {
  MemoryStore store = project();
  store.add("py3k.toml", "exclude = [\"d.py\"]\nconverted = [\"app/b.py\"]\n");
  EXPECT_THAT(status({}, store).out, HasSubstr("total          4      6     2       0           0       0  16%\n"));
}

}  // namespace
}  // namespace py3k::cli
