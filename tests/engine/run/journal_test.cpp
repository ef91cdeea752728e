#include "engine/run/journal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <thread>

#include "engine/run/disk_store.h"
#include "engine/run/journal_place.h"
#include "engine/run/memory_store.h"
#include "engine/run/undo.h"

namespace py3k::engine {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kDirectory = "/state/py3k";

RunInfo info() {
  return {.time = 1700000000, .command = "py3k -w 'a b'", .directory = "/project", .place = "/project/app"};
}

// What -w does with a file.
void replace(const FileStore& store, Journal& journal, const std::string& path, const std::string& after) {
  const std::string before = store.read(path).value();
  ASSERT_TRUE(journal.record(path, before, after));
  ASSERT_TRUE(store.rewrite(path, before, after));
}

std::vector<UndoneFile::State> states(const std::vector<UndoneFile>& files) {
  std::vector<UndoneFile::State> states;
  for (const UndoneFile& file : files) states.push_back(file.state);
  return states;
}

TEST(Journal, GivesBackWhatWasRecorded) {
  const std::string odd("\0\n1 2 3 4\n\xFF\r", 12);
  const MemoryStore store({{"a.py", odd}, {"b\n c.py", ""}});
  Journal journal(store, kDirectory, info());
  EXPECT_THAT(recorded_runs(store, kDirectory), ElementsAre());
  replace(store, journal, "a.py", "new a");
  replace(store, journal, "b\n c.py", "new b");
  EXPECT_THAT(recorded_runs(store, kDirectory), ElementsAre(1));
  const RecordedRun run = read_run(store, kDirectory, 1).value();
  EXPECT_EQ(run.info.time, info().time);
  EXPECT_EQ(run.info.command, info().command);
  EXPECT_EQ(run.info.directory, "/project");
  EXPECT_EQ(run.info.place, "/project/app");
  ASSERT_EQ(run.files.size(), 2U);
  EXPECT_EQ(run.files[0].path, "a.py");
  EXPECT_EQ(run.files[0].before, odd);
  EXPECT_EQ(run.files[0].after_digest, digest_of("new a"));
  EXPECT_THAT(states(undo(store, run)), ElementsAre(UndoneFile::kRestored, UndoneFile::kRestored));
  EXPECT_EQ(store.content("a.py"), odd);
  EXPECT_EQ(store.content("b\n c.py"), "");
  // Twice does nothing.
  EXPECT_THAT(states(undo(store, run)), ElementsAre(UndoneFile::kAsBefore, UndoneFile::kAsBefore));
}

TEST(Journal, NumbersRuns) {
  const MemoryStore store(MemoryStore::Files{{"a.py", "0"}});
  for (int i = 1; i <= 3; ++i) {
    Journal journal(store, kDirectory, info());
    replace(store, journal, "a.py", std::to_string(i));
  }
  EXPECT_THAT(recorded_runs(store, kDirectory), ElementsAre(1, 2, 3));
  // One at a time, from the last on; not from the middle.
  EXPECT_THAT(states(undo(store, read_run(store, kDirectory, 2).value())), ElementsAre(UndoneFile::kLeft));
  EXPECT_THAT(states(undo(store, read_run(store, kDirectory, 3).value())), ElementsAre(UndoneFile::kRestored));
  EXPECT_THAT(states(undo(store, read_run(store, kDirectory, 2).value())), ElementsAre(UndoneFile::kRestored));
  EXPECT_EQ(store.content("a.py"), "1");
}

TEST(Journal, LeavesAloneWhatChangedSince) {
  MemoryStore store({{"a.py", "a"}, {"b.py", "b"}, {"c.py", "c"}});
  Journal journal(store, kDirectory, info());
  for (const char* path : {"a.py", "b.py", "c.py"}) replace(store, journal, path, "new");
  store.add("a.py", "mine");
  ASSERT_TRUE(store.remove("b.py"));
  const auto undone = undo(store, read_run(store, kDirectory, 1).value());
  EXPECT_THAT(states(undone), ElementsAre(UndoneFile::kLeft, UndoneFile::kLeft, UndoneFile::kRestored));
  EXPECT_THAT(undone[0].reason, HasSubstr("has changed since"));
  EXPECT_EQ(undone[1].reason, "does not exist");
  EXPECT_EQ(store.content("a.py"), "mine");
  EXPECT_EQ(store.content("c.py"), "c");
}

// The process may end anywhere within a write: all records before it count, and its own file was not replaced yet.
TEST(Journal, CanBeCutOffAnywhere) {
  MemoryStore store({{"a.py", "first"}, {"b.py", "second\n"}});
  Journal journal(store, kDirectory, info());
  replace(store, journal, "a.py", "new");
  const std::size_t whole = store.content("/state/py3k/run-1").size();
  ASSERT_TRUE(journal.record("b.py", "second\n", "new"));
  const std::string content = store.content("/state/py3k/run-1");
  for (std::size_t size = 0; size <= content.size(); ++size) {
    store.add("/state/py3k/run-1", content.substr(0, size));
    const auto run = read_run(store, kDirectory, 1);
    if (!run) {
      EXPECT_LT(size, whole);
      continue;
    }
    EXPECT_EQ(run->files.size(), size == content.size() ? 2U : size >= whole ? 1U : 0U);
  }
  const RecordedRun run = read_run(store, kDirectory, 1).value();
  EXPECT_THAT(states(undo(store, run)), ElementsAre(UndoneFile::kRestored, UndoneFile::kAsBefore));
}

TEST(Journal, NoticesWhatIsNotItsOwn) {
  MemoryStore store(MemoryStore::Files{{"a.py", "old"}});
  Journal journal(store, kDirectory, info());
  replace(store, journal, "a.py", "new");
  std::string content = store.content("/state/py3k/run-1");
  content[content.find("old")] = 'O';
  store.add("/state/py3k/run-1", content);
  EXPECT_TRUE(read_run(store, kDirectory, 1)->files.empty());
  EXPECT_THAT(read_run(store, kDirectory, 1)->damaged, ElementsAre("a.py"));
  store.add("/state/py3k/run-2", "something else");
  EXPECT_THAT(read_run(store, kDirectory, 2).error().what, HasSubstr("no journal"));
  store.add("/state/py3k/run-3", "py3k journal 1\n99999999999999999999 1 1 1\n");
  EXPECT_FALSE(read_run(store, kDirectory, 3));
  store.add("/state/py3k/run-3", "py3k journal 2\nrecord 0 99999999999999999999 1 1 1\n");
  EXPECT_FALSE(read_run(store, kDirectory, 3));
  EXPECT_FALSE(read_run(store, kDirectory, 4));
  for (const char* name : {"run-", "run-x", "run-05", "run-0", "run--1", "other"})
    store.add(std::string(kDirectory) + "/" + name, "");
  EXPECT_THAT(recorded_runs(store, kDirectory), ElementsAre(1, 2, 3));
}

TEST(Journal, KeepsSoManyRuns) {
  const MemoryStore store(MemoryStore::Files{{"a.py", "0"}});
  const int runs = static_cast<int>(kKeptRuns) + 5;
  for (int i = 1; i <= runs; ++i) {
    Journal journal(store, kDirectory, info());
    replace(store, journal, "a.py", std::to_string(i));
  }
  const std::vector<int> kept = recorded_runs(store, kDirectory);
  EXPECT_EQ(kept.size(), kKeptRuns);
  EXPECT_EQ(kept.back(), runs);
}

TEST(Journal, TakesRecordsFromAllThreads) {
  const MemoryStore store;
  Journal journal(store, kDirectory, info());
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&journal, i] {
      for (int j = 0; j < 50; ++j) EXPECT_TRUE(journal.record(std::to_string(i * 50 + j), std::string(j, 'x'), "new"));
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(read_run(store, kDirectory, 1)->files.size(), 400U);
}

// SQLite's way: let each write be the one that fails. Whatever was replaced has been recorded.
TEST(Journal, AnyWriteMayFail) {
  constexpr int kFiles = 5;
  for (int allowed = 0; allowed <= 2 * kFiles + 1; ++allowed) {
    MemoryStore store;
    for (int i = 0; i < kFiles; ++i) store.add(std::to_string(i), "old");
    store.fail_writes_after(allowed);
    Journal journal(store, kDirectory, info());
    for (int i = 0; i < kFiles; ++i) {
      const std::string path = std::to_string(i);
      if (journal.record(path, "old", "new")) (void)store.rewrite(path, "old", "new");
    }
    store.fail_writes_after(1000);
    for (const int number : recorded_runs(store, kDirectory))
      (void)undo(store, read_run(store, kDirectory, number).value());
    for (int i = 0; i < kFiles; ++i) EXPECT_EQ(store.content(std::to_string(i)), "old") << allowed;
  }
}

// The same while undoing: what is left is put back by the next attempt.
TEST(Undo, AnyWriteMayFail) {
  constexpr int kFiles = 5;
  for (int allowed = 0; allowed <= kFiles; ++allowed) {
    MemoryStore store;
    for (int i = 0; i < kFiles; ++i) store.add(std::to_string(i), "old");
    Journal journal(store, kDirectory, info());
    for (int i = 0; i < kFiles; ++i) replace(store, journal, std::to_string(i), "new");
    store.fail_writes_after(allowed);
    const RecordedRun run = read_run(store, kDirectory, 1).value();
    const auto first = states(undo(store, run));
    EXPECT_EQ(std::count(first.begin(), first.end(), UndoneFile::kRestored), allowed);
    store.fail_writes_after(1000);
    const auto second = states(undo(store, run));
    EXPECT_EQ(std::count(second.begin(), second.end(), UndoneFile::kAsBefore), allowed);
    for (int i = 0; i < kFiles; ++i) EXPECT_EQ(store.content(std::to_string(i)), "old");
  }
}

TEST(Undo, FindsFilesFromElsewhere) {
  EXPECT_EQ(recorded_path(info(), "app/a.py", "/project"), "app/a.py");
  EXPECT_EQ(recorded_path(info(), "app/a.py", "/project/app"), "a.py");
  EXPECT_EQ(recorded_path(info(), "../a.py", "/project/app"), "/a.py");
  EXPECT_EQ(recorded_path(info(), "/abs/a.py", "/project"), "/abs/a.py");
}

// Whatever is changed in a journal, all other files can be put back, and what can't be is told.
TEST(Journal, DamageToOneRecordIsNoHarmToOthers) {
  constexpr std::size_t kFiles = 4;
  MemoryStore made;
  for (std::size_t i = 0; i < kFiles; ++i) made.add(std::to_string(i) + ".py", "old " + std::to_string(i) + "\n");
  Journal journal(made, kDirectory, info());
  for (std::size_t i = 0; i < kFiles; ++i) replace(made, journal, std::to_string(i) + ".py", "new");
  const std::string whole = made.content("/state/py3k/run-1");
  const std::size_t start = whole.find("record 0");
  for (std::size_t at = start; at < whole.size(); ++at) {
    std::string content = whole;
    content[at] = static_cast<char>(content[at] ^ 1);
    made.add("/state/py3k/run-1", content);
    const auto run = read_run(made, kDirectory, 1);
    ASSERT_TRUE(run) << at;
    const bool is_info = at < whole.find("record 1");
    EXPECT_EQ(run->damaged.size(), 1U) << at;
    EXPECT_EQ(run->files.size(), is_info ? kFiles : kFiles - 1) << at;
    for (const RecordedFile& file : run->files) EXPECT_EQ(file.before, "old " + file.path.substr(0, 1) + "\n") << at;
  }
}

TEST(Journal, RecordsNothingOutsideOfItsWorkTree) {
  const MemoryStore store({{"app/a.py", "old"}, {"b.py", "old"}});
  RunInfo about = info();
  about.root = "/project/app";
  Journal journal(store, kDirectory, about);
  EXPECT_TRUE(journal.record("/project/app/a.py", "old", "new"));
  EXPECT_THAT(journal.record("/project/b.py", "old", "new").error().what, HasSubstr("outside of /project/app"));
}

TEST(Undo, StaysInTheWorkTree) {
  MemoryStore store({{"app/a.py", "new"}, {"b.py", "new"}, {"other/c.py", "new"}});
  store.add_link("app/link.py", "../b.py");
  store.add_link("app/sub", "../other");
  RecordedRun run{.number = 1, .info = info(), .files = {}};
  run.info.directory = run.info.root = "/project/app";
  for (const char* path : {"a.py", "../b.py", "/project/b.py", "link.py", "sub/c.py"})
    run.files.push_back({path, "old", digest_of("new"), false});
  EXPECT_THAT(states(undo(store, run)), ElementsAre(UndoneFile::kRestored, UndoneFile::kLeft, UndoneFile::kLeft,
                                                    UndoneFile::kLeft, UndoneFile::kLeft));
  EXPECT_EQ(store.content("b.py"), "new");
  EXPECT_EQ(store.content("other/c.py"), "new");
}

// As --commit-by does it. Each of the steps can be the last that was done.
TEST(Undo, GoesBackOverAllThatARunHasDoneToAFile) {
  for (const char* now : {"two", "three"}) {
    MemoryStore store(MemoryStore::Files{{"a.py", now}});
    RecordedRun run{.number = 1, .info = info(), .files = {}};
    run.files.push_back({"a.py", "one", digest_of("two"), false});
    run.files.push_back({"a.py", "two", digest_of("three"), false});
    EXPECT_THAT(states(undo(store, run)), ElementsAre(UndoneFile::kRestored));
    EXPECT_EQ(store.content("a.py"), "one");
    EXPECT_THAT(states(undo(store, run)), ElementsAre(UndoneFile::kAsBefore));
  }
}

TEST(JournalPlace, IsNeverInTheRepository) {
  MemoryStore store({{"repo/.git/HEAD", ""},
                     {"repo/app/sub/a.py", ""},
                     {"tree/.git", "gitdir: ../repo/.git/worktrees/tree\n"},
                     {"repo/.git/worktrees/tree/HEAD", ""},
                     {"bare/.git/other", ""},
                     {"broken/.git", "something"}});
  const JournalPlace place = journal_place(store, "repo/app/sub", "/state").value();
  EXPECT_EQ(place.directory, "/state/py3k/trees/" + digest_of("/project/repo"));
  EXPECT_EQ(place.about, "/project/repo/app/sub");
  EXPECT_EQ(place.root, "/project/repo");
  EXPECT_FALSE(place.is_shared);
  EXPECT_EQ(journal_place(store, "tree", "/state")->directory, "/state/py3k/trees/" + digest_of("/project/tree"));
  for (const char* elsewhere : {"bare", "broken", "."}) {
    EXPECT_EQ(journal_place(store, elsewhere, "/state")->directory, "/state/py3k") << elsewhere;
    EXPECT_TRUE(journal_place(store, elsewhere, "/state")->is_shared);
    EXPECT_THAT(journal_place(store, elsewhere, "").error().what, HasSubstr("no place for a journal"));
  }
  EXPECT_FALSE(journal_place(store, "none", "/state"));
}

TEST(JournalPlace, KnowsWhatIsWithin) {
  EXPECT_TRUE(is_same_or_within("/a/b", "/a"));
  EXPECT_TRUE(is_same_or_within("/a", "/a/b"));
  EXPECT_TRUE(is_same_or_within("/", "/a"));
  EXPECT_TRUE(is_same_or_within("/a", "/a"));
  EXPECT_FALSE(is_same_or_within("/ab", "/a"));
}

class AppendFileTest : public testing::Test {
 protected:
  AppendFileTest() {
    std::string name = (std::filesystem::temp_directory_path() / "py3k-append-XXXXXX").string();
    directory_ = ::mkdtemp(name.data());
  }
  ~AppendFileTest() override {
    std::error_code ignored;
    std::filesystem::remove_all(directory_, ignored);
  }
  std::filesystem::path directory_;
};

TEST_F(AppendFileTest, IsNewAndGrows) {
  const DiskStore store;
  const std::string path = (directory_ / "new/deep/log").string();
  const auto file = store.create_to_append(path);
  ASSERT_TRUE(file);
  ASSERT_TRUE((*file)->append("head ", "body\n"));
  ASSERT_TRUE((*file)->append("", ""));
  ASSERT_TRUE((*file)->append("", std::string(3000000, 'x')));
  EXPECT_EQ(store.read(path).value(), "head body\n" + std::string(3000000, 'x'));
  EXPECT_EQ(store.size_of(path).value(), 3000010U);
  struct stat status {};
  ASSERT_EQ(::stat(path.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777, 0600U);
  EXPECT_FALSE(store.create_to_append(path));
  EXPECT_TRUE(store.remove(path));
  EXPECT_EQ(store.remove(path).error().what, "does not exist");
  EXPECT_FALSE(store.size_of(path));
  std::ofstream(directory_ / "file") << "x";
  EXPECT_FALSE(store.create_to_append((directory_ / "file/log").string()));
}

TEST_F(AppendFileTest, IsWholeAfterAFailure) {
  int calls = 0;
  const DiskStore store([&](std::string_view call) { return call == "append" && ++calls == 2 ? ENOSPC : 0; });
  const std::string path = (directory_ / "log").string();
  const auto file = store.create_to_append(path);
  ASSERT_TRUE(file);
  ASSERT_TRUE((*file)->append("a", "b"));
  EXPECT_THAT((*file)->append("c", "d").error().what, HasSubstr("the disk is full"));
  ASSERT_TRUE((*file)->append("e", "f"));
  EXPECT_EQ(store.read(path).value(), "abef");
  const DiskStore broken([](std::string_view call) { return call == "create" ? EROFS : 0; });
  EXPECT_THAT(broken.create_to_append(path + "2").error().what, HasSubstr("read-only"));
}

}  // namespace
}  // namespace py3k::engine
