#include "engine/run/git_filter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/run/memory_store.h"

namespace py3k::engine {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class FakeRepository : public GitRepository {
 public:
  Expected<GitStatus> status() const override {
    return GitStatus{.staged = {"staged.py", "both.py"}, .unstaged = {"dirty.py", "both.py"}, .untracked = {"new.py"}};
  }
  Expected<std::set<std::string>> changed_since(const std::string& revision) const override {
    if (revision != "main") return failure("there is no revision " + revision);
    return std::set<std::string>{"dirty.py", "sub/x.py", "gone.py"};
  }
  Expected<void> check_commits() const override { return {}; }
  Expected<std::string> commit(const std::vector<std::string>&, const std::string&) const override { return "1"; }
  void versions(const std::string&, const std::function<bool(std::string_view)>&) const override {}
  Expected<std::string> content_at(const std::string&, const std::string&) const override { return ""; }
  bool is_tracked(const std::string&) const override { return true; }
  Expected<std::string> head() const override { return "0"; }
};

class GitFilterTest : public testing::Test {
 protected:
  GitFilterTest()
      : store_(MemoryStore::Files{
            {"repo/.git/HEAD", ""}, {"outside.py", ""}, {"broken/.git/HEAD", ""}, {"broken/a.py", ""}}) {
    for (const char* name : {"clean.py", "dirty.py", "staged.py", "both.py", "new.py", "sub/x.py"}) {
      store_.add(std::string("repo/") + name, "");
    }
    store_.add_link("link.py", "repo/dirty.py");
  }

  GitFilter filter(GitChoice choice) {
    return {store_, std::move(choice), [this](const std::string& top) -> Expected<std::unique_ptr<GitRepository>> {
              ++opened_;
              if (top != "/project/repo") return failure("is broken");
              return std::make_unique<FakeRepository>();
            }};
  }

  std::vector<WalkedPath> all() const { return walk(store_, {"repo"}, {.open_rules = nullptr}); }

  static std::vector<std::string> names(const std::vector<WalkedPath>& paths) {
    std::vector<std::string> names;
    for (const WalkedPath& path : paths) names.push_back(path.path + (path.left_alone.empty() ? "" : " -"));
    return names;
  }

  MemoryStore store_;
  int opened_ = 0;
};

TEST_F(GitFilterTest, ChoosesWhatChanged) {
  EXPECT_EQ(filter({}).choose(all())->size(), 6U);
  EXPECT_THAT(names(filter({.since = "main"}).choose(all()).value()), ElementsAre("repo/dirty.py", "repo/sub/x.py"));
  EXPECT_THAT(names(filter({.staged = true}).choose(all()).value()), ElementsAre("repo/both.py -", "repo/staged.py"));
  EXPECT_THAT(names(filter({.staged = true, .allow_dirty = true}).choose(all()).value()),
              ElementsAre("repo/both.py", "repo/staged.py"));
  EXPECT_THAT(filter({.since = "other"}).choose(all()).error().what, HasSubstr("no revision other in /project/repo"));
  EXPECT_THAT(filter({.since = "main"}).choose({{"outside.py", {}}}).error().what, HasSubstr("in no git repository"));
  EXPECT_THAT(filter({.staged = true}).choose({{"broken/a.py", {}}}).error().what, HasSubstr("is broken"));
  // What can't be read is no question of git's.
  EXPECT_EQ(filter({.since = "main"}).choose({{"none.py", {"does not exist", ""}}})->size(), 1U);
}

TEST_F(GitFilterTest, KeepsWhatIsNotCommitted) {
  GitFilter guard = filter({});
  EXPECT_EQ(guard.reason_to_keep("outside.py"), "");
  EXPECT_EQ(opened_, 0);
  EXPECT_EQ(guard.reason_to_keep("repo/clean.py"), "");
  EXPECT_THAT(guard.reason_to_keep("repo/dirty.py"), HasSubstr("uncommitted changes"));
  EXPECT_THAT(guard.reason_to_keep("link.py"), HasSubstr("uncommitted changes"));
  EXPECT_THAT(guard.reason_to_keep("repo/new.py"), HasSubstr("is not in git"));
  EXPECT_THAT(guard.reason_to_keep("repo/staged.py"), HasSubstr("staged changes"));
  EXPECT_EQ(opened_, 1);
  EXPECT_THAT(guard.reason_to_keep("broken/a.py"), HasSubstr("is broken"));
  EXPECT_EQ(filter({.staged = true}).reason_to_keep("repo/staged.py"), "");
  EXPECT_EQ(filter({.allow_dirty = true}).reason_to_keep("repo/dirty.py"), "");
  EXPECT_EQ(filter({.allow_dirty = true}).reason_to_keep("broken/a.py"), "");
}

}  // namespace
}  // namespace py3k::engine
