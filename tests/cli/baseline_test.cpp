#include "cli/baseline/baseline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/app.h"
#include "engine/run/memory_store.h"
#include "fixers/fixers.h"

namespace py3k::cli {
namespace {

using engine::MemoryStore;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kHeader = "{\"py3k_baseline\":1}\n";

std::string mistake(const std::string& text) {
  const auto baseline = Baseline::parse("b.jsonl", text);
  return baseline ? "" : baseline.error().what;
}

engine::FileResult with_findings(const std::vector<std::pair<std::string, std::uint32_t>>& findings) {
  engine::FileResult result;
  for (const auto& [fixer, line] : findings)
    result.findings.push_back({.fixer = fixer, .message = "", .range = {}, .line = line});
  return result;
}

TEST(Baseline, ComesBackAsItWent) {
  Baseline baseline;
  baseline.add("b.py", {"dict", 0xFFFFFFFFFFFFFFFF}, 2);
  baseline.add("a \"b\".py", {"print", 1}, 1);
  baseline.add("b.py", {"dict", 0xFFFFFFFFFFFFFFFF}, 1);
  const std::string text = baseline.text();
  EXPECT_EQ(text, std::string(kHeader) +
                      "{\"path\":\"a \\\"b\\\".py\",\"fixer\":\"print\",\"line\":\"0000000000000001\",\"count\":1}\n"
                      "{\"path\":\"b.py\",\"fixer\":\"dict\",\"line\":\"ffffffffffffffff\",\"count\":3}\n");
  const auto again = Baseline::parse("b.jsonl", text);
  ASSERT_TRUE(again.has_value()) << again.error().what;
  EXPECT_EQ(again->text(), text);
  EXPECT_EQ(again->size(), 4U);
}

TEST(Baseline, TakesPathsOfAnyBytes) {
  Baseline baseline;
  for (const auto* path : {"caf\xE9/\xFF\xFE.py", "100%.py", "caf\u00e9.py", "%zz%4", "%41.py"})
    baseline.add(path, {"dict", 1}, 1);
  EXPECT_THAT(baseline.text(), HasSubstr("\"caf%E9/%FF%FE.py\""));
  EXPECT_THAT(baseline.text(), HasSubstr("\"100%25.py\""));
  EXPECT_THAT(baseline.text(), HasSubstr("\"caf\u00e9.py\""));
  EXPECT_EQ(Baseline::parse("b.jsonl", baseline.text())->paths(), baseline.paths());
}

TEST(Baseline, KnowsALineWhereverItIs) {
  const auto before = keys_of(with_findings({{"dict", 1}, {"dict", 2}, {"print", 2}}), "a = 1\nb = 2\n");
  EXPECT_NE(before[0], before[1]);
  EXPECT_NE(before[1], before[2]);
  EXPECT_EQ(keys_of(with_findings({{"dict", 3}}), "\r\n\r\n\tb = 2 \r\n")[0], before[1]);
  EXPECT_NE(keys_of(with_findings({{"dict", 2}}), "a = 1\nb = 3\n")[0], before[1]);
}

TEST(Baseline, AcceptsAsManyAsItHas) {
  Baseline baseline;
  baseline.add("a.py", {"dict", 7}, 2);
  const FindingKey key{"dict", 7};
  EXPECT_THAT(baseline.accepted("a.py", {key, {"dict", 8}, key, key}), ElementsAre(true, false, true, false));
  EXPECT_THAT(baseline.accepted("b.py", {key}), ElementsAre(false));
}

TEST(Baseline, OnlyShrinks) {
  Baseline baseline;
  baseline.add("a.py", {"dict", 7}, 2);
  baseline.add("a.py", {"dict", 8}, 1);
  EXPECT_EQ(baseline.shrink("a.py", {{{"dict", 7}, 5}, {{"print", 1}, 1}}), 1U);
  EXPECT_EQ(baseline.size(), 2U);
  EXPECT_EQ(baseline.shrink("b.py", {}), 0U);
  EXPECT_EQ(baseline.shrink("a.py", {}), 2U);
  EXPECT_EQ(baseline.text(), kHeader);
}

TEST(Baseline, SaysWhereItIsWrong) {
  const std::string entry = "{\"path\":\"a\",\"fixer\":\"b\",\"line\":\"00000000000000ff\",\"count\":1}\n";
  const auto second = [&](const std::string& line) { return mistake(kHeader + entry + line); };
  EXPECT_EQ(mistake(kHeader + entry), "");
  EXPECT_EQ(mistake(""), "b.jsonl:1:1: is empty, and so no baseline");
  EXPECT_EQ(mistake("{\"py3k_baseline\":2}\n"), "b.jsonl:1:1: this baseline has the version 2, and this py3k knows 1");
  EXPECT_EQ(mistake("{}\n"), "b.jsonl:1:1: this is no baseline of py3k's");
  EXPECT_EQ(mistake("[1]\n"), "b.jsonl:1:1: this is no baseline of py3k's");
  EXPECT_EQ(mistake("<<<<<<< HEAD\n"), "b.jsonl:1:1: this is no JSON");
  EXPECT_EQ(second("{\"path\": nil}\n"), "b.jsonl:3:11: this is no JSON");
  EXPECT_EQ(second("{\"path\":\"a\",\"line\":\"00000000000000ff\",\"count\":1}\n"),
            "b.jsonl:3:1: there has to be a path and a fixer");
  EXPECT_THAT(second("{\"path\":\"a\",\"fixer\":\"b\",\"line\":\"ff\",\"count\":1}\n"),
              HasSubstr("b.jsonl:3:1: `line`"));
  EXPECT_THAT(second("{\"path\":\"a\",\"fixer\":\"b\",\"line\":\"00000000000000fg\",\"count\":1}\n"),
              HasSubstr("`line`"));
  for (const auto* count : {"0", "-1", "\"1\"", "1.5", "null"})
    EXPECT_THAT(
        second("{\"path\":\"a\",\"fixer\":\"b\",\"line\":\"00000000000000ff\",\"count\":" + std::string(count) + "}\n"),
        HasSubstr("b.jsonl:3:1: `count`"));
  EXPECT_THAT(second("\n"), HasSubstr("b.jsonl:3:1: this is no JSON"));
}

// --- runs

struct Ran {
  int code;
  std::string out;
  std::string err;
};

Ran run_py3k(std::vector<std::string> arguments, const MemoryStore& store) {
  auto out = std::make_unique<StringSink>();
  auto err = std::make_unique<StringSink>();
  const StringSink& out_text = *out;
  const StringSink& err_text = *err;
  Console console{.out = std::move(out), .err = std::move(err), .read_stdin = [] { return std::string(); }};
  const int code = run(arguments, console, fixers::all_fixers, store);
  return {code, out_text.text(), err_text.text()};
}

Ran check(const MemoryStore& store, std::vector<std::string> more = {}) {
  std::vector<std::string> arguments = {"--check", "--baseline", "b.jsonl", "app"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run_py3k(arguments, store);
}

MemoryStore project() {
  return MemoryStore(MemoryStore::Files{{"app/a.py", "print 1\nprint 1\n"}, {"app/b.py", "x = unicode(y)\n"}});
}

TEST(BaselineCheck, AcceptsTodayAndFailsOnWhatIsNew) {
  MemoryStore store = project();
  const Ran made = check(store, {"--update-baseline"});
  EXPECT_EQ(made.code, 0) << made.err;
  EXPECT_THAT(made.err, HasSubstr("b.jsonl: 3 known findings, 0 new; made\n"));
  EXPECT_EQ(Baseline::parse("b.jsonl", store.content("b.jsonl"))->paths(),
            (std::vector<std::string>{"app/a.py", "app/b.py"}));
  const Ran known = check(store);
  EXPECT_EQ(known.code, 0) << known.err;
  EXPECT_EQ(known.out, "") << "no diff of what is known";
  store.add("app/a.py", "# moved\n\nif z:\n    print 1\n    print 1\n    print 1\n");
  store.add("app/c.py", "x = `y`\n");
  const Ran added = check(store);
  EXPECT_EQ(added.code, 1);
  EXPECT_THAT(added.err, HasSubstr("b.jsonl: 3 known findings, 2 new\n"));
  EXPECT_THAT(added.out, HasSubstr("--- app/c.py"));
  EXPECT_THAT(added.out, Not(HasSubstr("app/b.py")));
}

TEST(BaselineCheck, OnlyEverShrinks) {
  MemoryStore store = project();
  check(store, {"--update-baseline"});
  store.add("app/a.py", "print 1\nprint 2\n");
  const Ran stale = check(store);
  EXPECT_EQ(stale.code, 1);
  EXPECT_THAT(stale.err, HasSubstr("2 known findings, 1 new, 1 gone (--update-baseline takes them out)"));
  const std::string before = store.content("b.jsonl");
  const Ran updated = check(store, {"--update-baseline"});
  EXPECT_EQ(updated.code, 1) << "the new one is not let in";
  EXPECT_THAT(updated.err, HasSubstr("updated"));
  EXPECT_EQ(Baseline::parse("", store.content("b.jsonl"))->size(), 2U);
  EXPECT_EQ(check(store).code, 1);
  const int writes = store.write_count();
  check(store, {"--update-baseline"});
  EXPECT_EQ(store.write_count(), writes) << "nothing is gone, nothing is written";
}

TEST(BaselineCheck, KeepsWhatItDidNotLookAt) {
  MemoryStore store = project();
  check(store, {"--update-baseline"});
  EXPECT_EQ(run_py3k({"--update-baseline", "--baseline", "b.jsonl", "app/a.py"}, store).code, 0);
  EXPECT_EQ(Baseline::parse("", store.content("b.jsonl"))->size(), 3U);
  store.add("app/a.py", "print (1\n");
  EXPECT_EQ(check(store, {"--update-baseline"}).code, 3);
  EXPECT_EQ(Baseline::parse("", store.content("b.jsonl"))->size(), 3U) << "nothing is known of a file that fails";
  MemoryStore without_a(MemoryStore::Files{{"app/b.py", "x = unicode(y)\n"}, {"b.jsonl", store.content("b.jsonl")}});
  EXPECT_EQ(run_py3k({"--update-baseline", "--baseline", "b.jsonl", "app/b.py"}, without_a).code, 0);
  EXPECT_EQ(Baseline::parse("", without_a.content("b.jsonl"))->size(), 1U) << "that file has been deleted";
}

// Not known by a path that is still there, nor by a few lines that are alike.
TEST(BaselineCheck, KnowsAFileByWhatIsInItWhenItsNameChanges) {
  MemoryStore store = project();
  check(store, {"--update-baseline"});
  const std::string baseline = store.content("b.jsonl");
  MemoryStore renamed(MemoryStore::Files{
      {"app/new/name.py", "\nprint 1\nprint 1\n"}, {"app/b.py", "x = unicode(y)\n"}, {"b.jsonl", baseline}});
  const Ran known = check(renamed);
  EXPECT_EQ(known.code, 0) << known.out;
  EXPECT_THAT(known.err, HasSubstr("b.jsonl: 3 known findings, 0 new, 1 file renamed\n"));
  EXPECT_EQ(check(renamed, {"--update-baseline"}).code, 0);
  EXPECT_THAT(renamed.content("b.jsonl"), HasSubstr("app/new/name.py"));
  EXPECT_THAT(renamed.content("b.jsonl"), Not(HasSubstr("app/a.py")));
  EXPECT_THAT(check(renamed).err, HasSubstr("b.jsonl: 3 known findings, 0 new\n"));

  MemoryStore copied = project();
  copied.add("b.jsonl", baseline);
  copied.add("app/copy.py", "print 1\nprint 1\n");
  EXPECT_EQ(check(copied).code, 1);
  MemoryStore other(MemoryStore::Files{{"app/c.py", "print 1\nx = `y`\nz = `y`\nw = `y`\n"}, {"b.jsonl", baseline}});
  EXPECT_EQ(check(other).code, 1);
}

TEST(BaselineCheck, IsForOneTarget) {
  const std::string target = "3." + std::to_string(engine::default_target());
  MemoryStore store = project();
  check(store, {"--update-baseline"});
  EXPECT_THAT(store.content("b.jsonl"), testing::StartsWith("{\"py3k_baseline\":1,\"target\":\"" + target + "\"}\n"));
  const Ran other = check(store, {"--target", "2+3"});
  EXPECT_EQ(other.code, 2);
  EXPECT_THAT(other.err, HasSubstr("the baseline b.jsonl was made with --target " + target +
                                   ", and this run has 2+3; give the "
                                   "same target, or delete it and make it anew"));
  std::string old = store.content("b.jsonl");
  old.erase(old.find(",\"target\""), std::string(",\"target\":\"").size() + target.size() + 1);
  store.add("b.jsonl", old);
  EXPECT_EQ(check(store, {"--target", "2+3"}).code, 0);
  check(store, {"--update-baseline", "--target", "3.8"});
  EXPECT_THAT(store.content("b.jsonl"), HasSubstr("\"target\":\"3.8\""));
}

TEST(BaselineCheck, IsNamedByTheConfigurationToo) {
  MemoryStore store = project();
  store.add("conf/py3k.toml", "baseline = \"old.jsonl\"\n");
  const std::vector<std::string> options = {"--config", "conf/py3k.toml", "app"};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.end(), options.begin(), options.end());
    return run_py3k(more, store).code;
  };
  EXPECT_EQ(with({"--update-baseline"}), 0);
  EXPECT_NE(store.content("conf/old.jsonl"), "");
  EXPECT_EQ(with({"--check"}), 0);
  EXPECT_EQ(with({"-w", "--no-journal"}), 0) << "it is for --check only";
  EXPECT_THAT(store.content("app/a.py"), HasSubstr("print(1)"));
}

TEST(BaselineCheck, CountsTheGuardOfConvertedFiles) {
  MemoryStore store = project();
  store.add("py3k.toml", "converted = [\"app\"]\n");
  EXPECT_EQ(run_py3k({"--check", "app"}, store).code, 1);
  EXPECT_EQ(check(store, {"--update-baseline"}).code, 0);
  EXPECT_EQ(check(store).code, 0);
  EXPECT_EQ(store.content("app/a.py"), "print 1\nprint 1\n");
}

TEST(BaselineCheck, RefusesWhatMakesNoSense) {
  MemoryStore store = project();
  const auto said = [&](const std::vector<std::string>& arguments) {
    const Ran ran = run_py3k(arguments, store);
    EXPECT_EQ(ran.code, 2) << ran.err;
    return ran.err;
  };
  EXPECT_THAT(said({"--check", "--baseline", "b.jsonl", "app"}),
              HasSubstr("b.jsonl does not exist; --update-baseline makes it"));
  EXPECT_THAT(said({"--baseline", "b.jsonl", "app"}), HasSubstr("add --check"));
  EXPECT_THAT(said({"--update-baseline", "app"}), HasSubstr("add --baseline FILE"));
  EXPECT_THAT(said({"-w", "--check", "--baseline", "b.jsonl", "app"}), HasSubstr("leave out -w"));
  EXPECT_THAT(said({"--update-baseline", "--baseline", "b.jsonl", "-x", "print", "app"}), HasSubstr("-x"));
  EXPECT_THAT(said({"--check", "--baseline", "b.jsonl", "-"}), HasSubstr("standard input"));
  EXPECT_THAT(said({"--update-baseline", "-d", "--baseline", "b.jsonl", "app"}), HasSubstr("leave out -d"));
  store.add("py3k.toml", "baseline = \"b.jsonl\"\n");
  EXPECT_THAT(said({"--check", "-d", "app"}), HasSubstr("leave out -d"));
  store.add("py3k.toml", "");
  store.add("b.jsonl", "{\"py3k_baseline\":1}\noops\n");
  EXPECT_THAT(said({"--check", "--baseline", "b.jsonl", "app"}), HasSubstr("py3k: b.jsonl:2:1: this is no JSON"));
  EXPECT_THAT(said({"--check", "--baseline", "no/b.jsonl", "app"}), HasSubstr("no/b.jsonl"));
  EXPECT_EQ(store.content("b.jsonl"), "{\"py3k_baseline\":1}\noops\n");
}

// Of what is known no report makes a problem.
TEST(BaselineCheck, IsMindedByAllReports) {
  MemoryStore store = project();
  store.add("app/m.py", "import StringIO\nout = StringIO.StringIO()\nreload\nx = coerce(a, b)\n");
  check(store, {"--update-baseline"});
  EXPECT_THAT(check(store, {"--format", "github"}).out, Not(HasSubstr("::warning")));
  EXPECT_THAT(check(store, {"--format", "github"}).out, Not(HasSubstr("::notice")));
  EXPECT_THAT(check(store, {"--format", "junit"}).out, HasSubstr("failures=\"0\""));
  EXPECT_EQ(check(store, {"--stat"}).out, "");
  EXPECT_THAT(check(store, {"--format", "html"}).out, Not(HasSubstr("\"o\":\"changed\"")));
  const auto log = nlohmann::json::parse(check(store, {"--format", "sarif"}).out);
  EXPECT_GT(log["runs"][0]["results"].size(), 3U);
  for (const auto& result : log["runs"][0]["results"]) {
    EXPECT_EQ(result["baselineState"], "unchanged");
    EXPECT_EQ(result["suppressions"][0]["kind"], "external");
  }
  store.add("app/b.py", "x = `y`\n");
  EXPECT_THAT(check(store, {"--format", "github"}).out, HasSubstr("::notice file=app/b.py"));
  EXPECT_THAT(check(store, {"--format", "junit"}).out, HasSubstr("failures=\"1\""));
  EXPECT_THAT(check(store, {"--stat"}).out, HasSubstr(" 1 file changed"));
  EXPECT_THAT(check(store, {"--format", "sarif"}).out, HasSubstr("\"baselineState\":\"new\""));
  EXPECT_THAT(check(store, {"--format", "html"}).out, HasSubstr("\"o\":\"changed\""));
}

TEST(BaselineCheck, KnowsFilesWhoseNamesAreNoUtf8) {
  MemoryStore store(MemoryStore::Files{{"app/\xE9.py", "print 1\n"}});
  EXPECT_EQ(check(store, {"--update-baseline"}).code, 0);
  EXPECT_EQ(check(store).code, 0);
  EXPECT_THAT(check(store).err, HasSubstr("1 known finding, 0 new\n"));
}

TEST(BaselineCheck, MarksWhatIsKnownInJson) {
  MemoryStore store = project();
  check(store, {"--update-baseline"});
  store.add("app/c.py", "x = `y`\n");
  const Ran ran = check(store, {"--format", "json"});
  EXPECT_THAT(ran.out, HasSubstr("\"known\":true"));
  EXPECT_EQ(ran.code, 1);
}

}  // namespace
}  // namespace py3k::cli
