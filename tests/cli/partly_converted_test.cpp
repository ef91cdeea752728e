// What -i has converted in part is not done, whoever asks.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cli/app.h"
#include "cli/review/review_memory.h"
#include "engine/run/memory_store.h"
#include "fixers/fixers.h"

namespace py3k::cli {
namespace {

using engine::MemoryStore;
using testing::HasSubstr;
using testing::Not;

struct Ran {
  int code;
  std::string out;
  std::string err;
};

class PartlyConverted : public testing::Test {
 protected:
  void SetUp() override {
    store.add("a.py", "x = a != b\nprint x\n");
    ReviewRecord record{.original = "x = a <> b\nprint x\n", .written = content_hash(store.content("a.py"))};
    record.accepted.push_back({.fixer = "ne", .start = 6, .end = 8, .line = "0"});
    ASSERT_TRUE(ReviewMemory(store, "/state/py3k/review").remember("a.py", record).has_value());
  }

  Ran run_py3k(const std::vector<std::string>& arguments) {
    auto out = std::make_unique<StringSink>();
    auto err = std::make_unique<StringSink>();
    const StringSink& out_text = *out;
    const StringSink& err_text = *err;
    Console console{.out = std::move(out),
                    .err = std::move(err),
                    .read_stdin = [] { return std::string(); },
                    .state_home = "/state"};
    const int code = run(arguments, console, fixers::all_fixers, store);
    return {code, out_text.text(), err_text.text()};
  }

  MemoryStore store;
};

TEST_F(PartlyConverted, FailsTheCheck) {
  const Ran ran = run_py3k({"--check", "a.py"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.err,
            "a.py: skipped: -i has converted part of it; go on with -i\n"
            "a.py:1:1: [review, manual] part of this file is not converted yet; go on with -i\n"
            "1 file: 0 would change, 1 finding to look at, 1 skipped\n");
  EXPECT_THAT(run_py3k({"--format", "junit", "a.py"}).out, HasSubstr("failures=\"1\""));
  EXPECT_EQ(run_py3k({"--check", "--update-baseline", "--baseline", "b.jsonl", "a.py"}).code, 1);
}

TEST_F(PartlyConverted, IsNotDone) {
  EXPECT_THAT(run_py3k({"status"}).out, HasSubstr(" 0%\n"));
  const Ran plan = run_py3k({"plan", "a.py"});
  EXPECT_THAT(plan.err, HasSubstr("a.py: skipped: -i has converted part of it"));
  EXPECT_THAT(plan.err, HasSubstr("1 file: no batch to review\n"));
}

TEST_F(PartlyConverted, IsNotWrittenUnlessItIsSaidToBeConverted) {
  EXPECT_EQ(run_py3k({"-w", "--no-journal", "a.py"}).code, 0);
  EXPECT_EQ(store.content("a.py"), "x = a != b\nprint x\n");
  store.add("py3k.toml", "converted = [\"a.py\"]\n");
  const Ran guarded = run_py3k({"--check", "a.py"});
  EXPECT_EQ(guarded.code, 1);
  EXPECT_THAT(guarded.err, HasSubstr("a.py:2:1: [converted"));
  EXPECT_THAT(guarded.err, Not(HasSubstr("skipped")));
}

}  // namespace
}  // namespace py3k::cli
