#include "cli/interactive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>

#include "engine/run/memory_store.h"
#include "engine/run/walk.h"
#include "tests/support/conversion.h"

namespace py3k::cli {
namespace {

using engine::MemoryStore;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kRecords = "/state/review";

// Presses keys; where these end, nobody is there. Edits by replacing one text by another.
class ScriptedTerminal : public Terminal {
 public:
  explicit ScriptedTerminal(std::string keys) : keys_(keys.begin(), keys.end()) {}

  void write(std::string_view text) override { screen += text; }
  char read_key() override {
    if (keys_.empty()) return kGone;
    const char key = keys_.front();
    keys_.pop_front();
    return key;
  }
  engine::Expected<std::string> edit(const std::string& text) override {
    edited.push_back(text);
    if (edits.empty()) return engine::failure("the editor has failed", "set EDITOR");
    const auto [from, to] = edits.front();
    edits.pop_front();
    if (from.empty()) return to;
    std::string result = text;
    const std::size_t at = result.find(from);
    EXPECT_NE(at, std::string::npos) << text;
    return result.replace(at, from.size(), to);
  }

  std::string screen;
  std::deque<std::pair<std::string, std::string>> edits;
  std::vector<std::string> edited;
  std::size_t keys_left() const { return keys_.size(); }

 private:
  std::deque<char> keys_;
};

class InteractiveTest : public testing::Test {
 protected:
  // Works through `.` with these keys.
  int run(const std::string& keys, std::vector<std::string> arguments = {}) {
    terminal = std::make_unique<ScriptedTerminal>(keys);
    terminal->edits = std::exchange(edits, {});
    arguments.insert(arguments.end(), {"-i", "--from", "2", "."});
    const Options options = parse_options(arguments).value();
    std::vector<std::string> chosen = {"--from", "2"};
    for (const std::string& name : options.fix) chosen.insert(chosen.end(), {"-f", name});
    const engine::Converter& converter = **tests::converter_for(chosen);
    const ReviewMemory memory(store, kRecords);
    Interactive session(
        {.options = options,
         .store = store,
         .registry = tests::registry(),
         .memory = memory,
         .terminal = *terminal,
         .convert = [&](const std::string& path, std::string bytes, const engine::Decisions* decisions) {
           return converter.convert(path, std::move(bytes), nullptr, decisions);
         }});
    const int code = session.run(engine::walk(store, options.operands, {}));
    EXPECT_EQ(terminal->keys_left(), 0U) << "keys nobody asked for\n" << terminal->screen;
    return code;
  }
  const std::string& screen() const { return terminal->screen; }
  std::size_t questions() const {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = screen().find("Make this change?", at)) != std::string::npos; ++at) ++count;
    return count;
  }

  MemoryStore store{{{"a.py", "x = a <> b\nprint x\ny = 10L\n"}}};
  std::deque<std::pair<std::string, std::string>> edits;
  std::unique_ptr<ScriptedTerminal> terminal;
};

TEST_F(InteractiveTest, AsksHunkByHunkAndWritesWhatIsAccepted) {
  EXPECT_EQ(run("yny"), 0);
  EXPECT_EQ(store.content("a.py"), "x = a != b\nprint x\ny = 10\n");
  EXPECT_THAT(screen(), HasSubstr("@@ -1,3 +1,3 @@ ne\n-x = a <> b\n+x = a != b\n print x\n y = 10L\n(1/3) Make this"));
  EXPECT_THAT(screen(), HasSubstr("1 file changed: 2 changes accepted, 1 declined\n"));
}

TEST_F(InteractiveTest, ShowsChangesAsThoseOfWhatIsAccepted) {
  run("yny");
  EXPECT_THAT(screen(), HasSubstr("\n x = a != b\n-print x\n+print(x)\n y = 10L\n(2/3)"));
  EXPECT_THAT(screen(), HasSubstr("\n x = a != b\n print x\n-y = 10L\n+y = 10\n(3/3)"));
}

TEST_F(InteractiveTest, ShowsWhereChangesAreOnceOthersAreMade) {
  store.add("a.py", "x = intern(s)\nprint >>f, x <> y\n");
  run("yn");
  EXPECT_THAT(screen(), HasSubstr("@@ -1,4 +1,4 @@ print, ne\n import sys\n \n x = sys.intern(s)\n"
                                  "-print >>f, x <> y\n+print(x != y, file=f)\n(2/2)"));
}

TEST_F(InteractiveTest, DoesNotAskAgainAboutWhatWasDeclined) {
  run("nyn");
  EXPECT_EQ(store.content("a.py"), "x = a <> b\nprint(x)\ny = 10L\n");
  run("");
  EXPECT_EQ(questions(), 0U);
  run("yn", {"--ask-again"});
  EXPECT_EQ(store.content("a.py"), "x = a != b\nprint(x)\ny = 10L\n");
}

TEST_F(InteractiveTest, StopsAtQAndGoesOnThereNextTime) {
  store.add("b.py", "print 1\n");
  run("yq");
  EXPECT_EQ(store.content("a.py"), "x = a != b\nprint x\ny = 10L\n");
  EXPECT_EQ(store.content("b.py"), "print 1\n");
  run("nyy");
  EXPECT_EQ(store.content("a.py"), "x = a != b\nprint x\ny = 10\n");
  EXPECT_EQ(store.content("b.py"), "print(1)\n");
}

// Each session starts from the text that was there before the first: what is half converted means something else.
TEST_F(InteractiveTest, NeverConvertsTwice) {
  store.add("a.py", "x = raw_input()\nprint x\nprint >>f, x\n");
  run("ynn");
  EXPECT_EQ(store.content("a.py"), "x = input()\nprint x\nprint >>f, x\n");
  run("ny", {"--ask-again"});
  EXPECT_EQ(store.content("a.py"), "x = input()\nprint x\nprint(x, file=f)\n");
  run("y", {"--ask-again"});
  EXPECT_EQ(store.content("a.py"), "x = input()\nprint(x)\nprint(x, file=f)\n");
}

TEST_F(InteractiveTest, KnowsWhatItHasLeftHalfConverted) {
  run("ynn");
  const ReviewMemory memory(store, kRecords);
  EXPECT_TRUE(memory.is_partly_converted("a.py", store.content("a.py")));
  EXPECT_FALSE(memory.is_partly_converted("a.py", "print 1\n"));
  run("yy", {"--ask-again"});
  EXPECT_FALSE(ReviewMemory(store, kRecords).is_partly_converted("a.py", store.content("a.py")));
}

TEST_F(InteractiveTest, SkipsHalfConvertedFilesThatHaveChangedSince) {
  run("ynn");
  store.add("a.py", store.content("a.py") + "z <> y\n");
  run("");
  EXPECT_THAT(screen(), HasSubstr("a.py: skipped: has changed since -i converted part of it"));
  run("yyy", {"--ask-again"});
  EXPECT_EQ(store.content("a.py"), "x = a != b\nprint(x)\ny = 10\nz != y\n");
}

TEST_F(InteractiveTest, RemembersWhatWasDeclinedInFilesThatWereEdited) {
  run("nnn");
  store.add("a.py", "# new\n" + store.content("a.py") + "z <> y\n");
  run("y");
  EXPECT_EQ(questions(), 1U);
  EXPECT_THAT(store.content("a.py"), HasSubstr("z != y\n"));
}

TEST_F(InteractiveTest, AsksAboutFilesThatWerePutBack) {
  const std::string before = store.content("a.py");
  run("yny");
  store.add("a.py", before);
  run("yy");
  EXPECT_EQ(store.content("a.py"), "x = a != b\nprint x\ny = 10\n");
}

TEST_F(InteractiveTest, AcceptsAllOfAFixer) {
  store.add("a.py", "print 1\nx <> y\nprint 2\n");
  store.add("b.py", "print 3\n");
  run("an");
  EXPECT_EQ(store.content("a.py"), "print(1)\nx <> y\nprint(2)\n");
  EXPECT_EQ(store.content("b.py"), "print(3)\n");
}

TEST_F(InteractiveTest, DeclinesAllOfAFixer) {
  store.add("a.py", "print 1\nx <> y\nprint 2\n");
  store.add("b.py", "print 3\n");
  run("dy");
  EXPECT_EQ(store.content("a.py"), "print 1\nx != y\nprint 2\n");
  EXPECT_EQ(store.content("b.py"), "print 3\n");
}

TEST_F(InteractiveTest, AsksForTheRestOfAMixedHunk) {
  store.add("a.py", "print 1\nprint d.has_key(2)\n");
  run("dy");
  EXPECT_EQ(store.content("a.py"), "print 1\nprint 2 in d\n");
  store.add("b.py", "print 1\nprint d.has_key(2)\n");
  run("an");
  EXPECT_EQ(store.content("b.py"), "print(1)\nprint(d.has_key(2))\n");
}

TEST_F(InteractiveTest, AcceptsTheRestOfTheFileOnly) {
  store.add("b.py", "print 3\n");
  run("nfn");
  EXPECT_EQ(store.content("a.py"), "x = a <> b\nprint(x)\ny = 10\n");
  EXPECT_EQ(store.content("b.py"), "print 3\n");
}

TEST_F(InteractiveTest, AsksOnceAboutAChangeInManyPlaces) {
  const std::string gap(10, '\n');
  store.add("a.py", "import Queue\n" + gap + "q = Queue.Queue()\n" + gap + "r = Queue.Queue()\n");
  run("y");
  EXPECT_EQ(questions(), 1U);
  EXPECT_THAT(screen(), HasSubstr("+import queue\n"));
  EXPECT_THAT(screen(), HasSubstr("+r = queue.Queue()\n"));
  EXPECT_EQ(store.content("a.py"), "import queue\n" + gap + "q = queue.Queue()\n" + gap + "r = queue.Queue()\n");
}

TEST_F(InteractiveTest, BringsAnImportWithTheFirstChangeThatNeedsIt) {
  store.add("a.py", "x = reduce(f, xs)\n\n\n\n\n\n\n\ny = reduce(g, xs)\n\n\n\n\n\n\n\nz = reduce(h, xs)\n");
  run("ny");
  EXPECT_THAT(store.content("a.py"), HasSubstr("from functools import reduce\n"));
  EXPECT_THAT(screen(), HasSubstr("2 changes accepted, 1 declined"));
  const std::size_t first = screen().find("+from functools");
  ASSERT_NE(first, std::string::npos);
  // Shown again with the second, as the first was declined. The third has all it needs by then.
  const std::size_t second = screen().find("+from functools", first + 1);
  ASSERT_NE(second, std::string::npos);
  EXPECT_EQ(screen().find("+from functools", second + 1), std::string::npos);
}

TEST_F(InteractiveTest, LeavesNoImportOfDeclinedChanges) {
  store.add("a.py", "x = reduce(f, xs)\n\n\n\nprint 1\n");
  run("ny");
  EXPECT_EQ(store.content("a.py"), "x = reduce(f, xs)\n\n\n\nprint(1)\n");
}

TEST_F(InteractiveTest, TakesWhatTheEditorMakesOfTheLines) {
  edits = {{"print(x)", "print(repr(x))\nprint()"}};
  run("yey");
  EXPECT_THAT(terminal->edited[0], HasSubstr("# py3k: place 1 of 1, line 2 of a.py\nprint(x)\n"));
  EXPECT_EQ(store.content("a.py"), "x = a != b\nprint(repr(x))\nprint()\ny = 10\n");
}

TEST_F(InteractiveTest, AsksAgainWhereTheEditIsNoPython) {
  edits = {{"print(x)", "print((x)"}, {"print(x)", "print(x, x)"}};
  run("neen");
  EXPECT_EQ(questions(), 4U);
  EXPECT_EQ(store.content("a.py"), "x = a <> b\nprint(x, x)\ny = 10L\n");
  // Edits are kept where it goes on later.
  run("yy", {"--ask-again"});
  EXPECT_EQ(store.content("a.py"), "x = a != b\nprint(x, x)\ny = 10\n");
}

TEST_F(InteractiveTest, TakesEditsBack) {
  edits = {{"", "\n"}, {"", "no marks"}};
  run("neeyn");
  EXPECT_THAT(screen(), HasSubstr("the edit is taken back"));
  EXPECT_THAT(screen(), HasSubstr("are not as they were; leave them"));
  EXPECT_EQ(store.content("a.py"), "x = a <> b\nprint(x)\ny = 10L\n");
}

TEST_F(InteractiveTest, AsksAgainWhereTheEditorFails) {
  run("neyn");
  EXPECT_THAT(screen(), HasSubstr("the editor has failed; set EDITOR"));
  EXPECT_EQ(store.content("a.py"), "x = a <> b\nprint(x)\ny = 10L\n");
}

TEST_F(InteractiveTest, EditsKeepNewlinesAndTheLackOfOne) {
  store.add("a.py", "x = 1\r\nprint x\r\nprint 2");
  edits = {{"print(x)", "print(x, 1)\nprint()"}, {"print(2)", "print(3)"}};
  run("ee");
  EXPECT_EQ(store.content("a.py"), "x = 1\r\nprint(x, 1)\r\nprint()\r\nprint(3)");
}

TEST_F(InteractiveTest, AddsTheImportThatEditedLinesNeed) {
  store.add("a.py", "x = intern(s)\n");
  edits = {{"sys.intern(s)", "sys.intern(s + s)"}};
  run("e");
  EXPECT_THAT(terminal->edited[0], Not(HasSubstr("import sys")));
  EXPECT_EQ(store.content("a.py"), "import sys\n\nx = sys.intern(s + s)\n");
}

TEST_F(InteractiveTest, HasNothingToEditWhereOnlyAnImportIsNeeded) {
  store.add("a.py", "x = reduce(f, xs)\n");
  run("ey");
  EXPECT_TRUE(terminal->edited.empty());
  EXPECT_EQ(store.content("a.py"), "from functools import reduce\n\nx = reduce(f, xs)\n");
}

TEST_F(InteractiveTest, ExplainsFixersAndKeys) {
  run("?nnn");
  EXPECT_THAT(screen(), HasSubstr("ne: group python2, safe"));
  EXPECT_THAT(screen(), HasSubstr("  e  edit what it makes"));
  EXPECT_EQ(questions(), 4U);
}

TEST_F(InteractiveTest, ShowsTheKeysAfterOneThatIsNone) {
  run(std::string("Y") + Terminal::kOtherKey + "nnn");
  EXPECT_EQ(questions(), 5U);
  EXPECT_THAT(screen(), Not(HasSubstr(std::string(1, '\0'))));
}

TEST_F(InteractiveTest, WritesNothingOverWhatSomebodyElseHasWritten) {
  class Meanwhile : public MemoryStore {
   public:
    using MemoryStore::MemoryStore;
    engine::Expected<std::string> read_found(const std::string& path, const std::string& real,
                                             std::uint64_t most) const override {
      auto bytes = MemoryStore::read_found(path, real, most);
      if (path == "a.py" && ++reads_ > 1) *bytes += "# theirs\n";
      return bytes;
    }
    mutable int reads_ = 0;
  };
  const Meanwhile changing(MemoryStore::Files{{"a.py", "print 1\n"}});
  ScriptedTerminal keys("y");
  const Options options = parse_options({"-i", "a.py"}).value();
  const engine::Converter& converter = **tests::converter_for({"--from", "2"});
  const ReviewMemory memory(changing, "");
  Interactive session({.options = options,
                       .store = changing,
                       .registry = tests::registry(),
                       .memory = memory,
                       .terminal = keys,
                       .convert = [&](const std::string& path, std::string bytes, const engine::Decisions* decisions) {
                         return converter.convert(path, std::move(bytes), nullptr, decisions);
                       }});
  EXPECT_EQ(session.run(engine::walk(changing, options.operands, {})), 3);
  EXPECT_THAT(keys.screen, HasSubstr("a.py: failed: has been changed by somebody else meanwhile"));
  EXPECT_EQ(changing.write_count(), 0);
}

TEST_F(InteractiveTest, GoesOnAfterFilesThatFail) {
  store.add("a.py", "def (:\n");
  store.add("b.py", "print 1\n");
  EXPECT_EQ(run("y"), 3);
  EXPECT_THAT(screen(), HasSubstr("a.py: failed: line 1"));
  EXPECT_EQ(store.content("b.py"), "print(1)\n");
}

TEST_F(InteractiveTest, KeepsOtherEncodings) {
  store.add("a.py", "# -*- coding: latin-1 -*-\nx = '\xE9'\nprint x\nx <> y\n");
  run("yn", {"-f", "print", "-f", "ne"});
  EXPECT_EQ(store.content("a.py"), "# -*- coding: latin-1 -*-\nx = '\xE9'\nprint(x)\nx <> y\n");
}

TEST_F(InteractiveTest, RunsOfSomeFixersAreHalfConversionsToo) {
  run("y", {"-f", "ne"});
  EXPECT_EQ(store.content("a.py"), "x = a != b\nprint x\ny = 10L\n");
  EXPECT_TRUE(ReviewMemory(store, kRecords).is_partly_converted("a.py", store.content("a.py")));
  run("yy");
  EXPECT_EQ(store.content("a.py"), "x = a != b\nprint(x)\ny = 10\n");
}

TEST(InteractiveOptions, HaveAScreenToThemselves) {
  const auto why_not = [](const std::vector<std::string>& arguments) {
    const auto options = parse_options(arguments);
    return options ? std::string() : options.error().what;
  };
  EXPECT_EQ(why_not({"-i", "a"}), "");
  EXPECT_TRUE(parse_options({"-i", "a"})->write);
  EXPECT_EQ(why_not({"-i", "--check", "a"}), "-i can't be combined with --check");
  EXPECT_EQ(why_not({"-i", "--format", "json", "a"}), "-i can't be combined with --format");
  EXPECT_EQ(why_not({"-i", "-"}), "-i can't be combined with standard input");
  EXPECT_EQ(why_not({"-i", "-o", "out", "a"}), "-i can't be combined with -o");
  EXPECT_EQ(why_not({"--ask-again", "a"}), "--ask-again goes with -i");
}

}  // namespace
}  // namespace py3k::cli
