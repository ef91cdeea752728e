#include "engine/run/disk_store.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <string>

#include "engine/run/real_path.h"
#include "engine/run/temporary_file.h"

namespace py3k::engine {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

// A directory of its own for each test.
class DiskStoreTest : public testing::Test {
 protected:
  DiskStoreTest() {
    std::string name = (fs::temp_directory_path() / "py3k-disk-XXXXXX").string();
    directory_ = ::mkdtemp(name.data());
  }
  ~DiskStoreTest() override {
    std::error_code ignored;
    fs::remove_all(directory_, ignored);
  }

  std::string path(const std::string& name) const { return (directory_ / name).string(); }

  std::string make(const std::string& name, const std::string& content) const {
    std::ofstream(path(name), std::ios::binary) << content;
    return path(name);
  }

  std::string content(const std::string& name) const { return store_.read(path(name)).value(); }

  std::size_t entries() const { return store_.list(directory_.string()).value().size(); }

  fs::path directory_;
  DiskStore store_;
};

TEST_F(DiskStoreTest, ReadsWhatIsThere) {
  const std::string bytes("x\0\r\n\xFF", 5);
  EXPECT_EQ(store_.read(make("a.py", bytes)).value(), bytes);
  EXPECT_EQ(store_.read(make("empty.py", "")).value(), "");
  EXPECT_EQ(store_.read_start(path("a.py"), 2).value(), bytes.substr(0, 2));
  EXPECT_EQ(store_.read_start(path("a.py"), 100).value(), bytes);
  const std::string large(1000003, 'x');
  EXPECT_EQ(store_.read(make("large.py", large)).value(), large);
}

TEST_F(DiskStoreTest, SaysWhyItCanNotRead) {
  EXPECT_EQ(store_.read(path("none.py")).error().what, "does not exist");
  EXPECT_EQ(store_.read(directory_.string()).error().what, "is a directory");
  EXPECT_EQ(store_.read(make("f", "") + "/x.py").error().what, "does not exist: a part of its path is not a directory");
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  EXPECT_EQ(store_.read(path("pipe")).error().what, "is not a regular file");
}

TEST_F(DiskStoreTest, WritesAllAndLeavesNothingBehind) {
  ASSERT_TRUE(store_.replace(make("a.py", "old"), "old", "new and longer"));
  EXPECT_EQ(content("a.py"), "new and longer");
  ASSERT_TRUE(store_.replace(path("a.py"), "new and longer", ""));
  EXPECT_EQ(content("a.py"), "");
  EXPECT_EQ(entries(), 1U);
}

TEST_F(DiskStoreTest, KeepsModeOwnerAndExtendedAttributes) {
  const std::string file = make("a.py", "old");
  // Only root can give files away.
  const uid_t owner = ::geteuid() == 0 ? 12345 : ::geteuid();
  ASSERT_EQ(::chown(file.c_str(), owner, static_cast<gid_t>(-1)), 0);
  ASSERT_EQ(::chmod(file.c_str(), 04751), 0);
  const bool has_attributes = ::setxattr(file.c_str(), "user.origin", "here", 4, 0) == 0;

  ASSERT_TRUE(store_.replace(file, "old", "new"));
  struct stat status {};
  ASSERT_EQ(::stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777U, 04751U);
  EXPECT_EQ(status.st_uid, owner);
  if (!has_attributes) return;
  char value[8];
  EXPECT_EQ(::getxattr(file.c_str(), "user.origin", value, sizeof value), 4);
  EXPECT_EQ(std::string_view(value, 4), "here");
}

TEST_F(DiskStoreTest, RewritesTheTargetOfALink) {
  fs::create_directory(directory_ / "real");
  make("real/a.py", "old");
  fs::create_symlink("real/a.py", directory_ / "link.py");
  fs::create_symlink("link.py", directory_ / "second.py");
  ASSERT_TRUE(store_.rewrite(path("second.py"), "old", "new"));
  EXPECT_EQ(content("real/a.py"), "new");
  EXPECT_TRUE(fs::is_symlink(directory_ / "link.py"));
  EXPECT_TRUE(fs::is_symlink(directory_ / "second.py"));
  // Not where it was no link when it was found.
  EXPECT_FALSE(store_.replace(path("second.py"), "new", "other"));
  EXPECT_FALSE(store_.read_found(path("second.py"), path("second.py"), 100));
  EXPECT_EQ(store_.read_found(path("second.py"), path("real/a.py"), 100).value(), "new");
  EXPECT_EQ(content("real/a.py"), "new");
  EXPECT_EQ(entries(), 3U);
}

TEST_F(DiskStoreTest, DoesNotPartHardLinks) {
  const std::string file = make("a.py", "old");
  fs::create_hard_link(file, path("b.py"));
  const auto written = store_.replace(file, "old", "new");
  ASSERT_FALSE(written);
  EXPECT_THAT(written.error().what, HasSubstr("hard links"));
  EXPECT_EQ(content("a.py"), "old");
  EXPECT_EQ(fs::hard_link_count(file), 2U);
  fs::remove(path("b.py"));
  EXPECT_TRUE(store_.replace(file, "old", "new"));
}

TEST_F(DiskStoreTest, AnyCallThatFailsLeavesTheOriginalAndNothingElse) {
  const std::string file = make("a.py", "old");
  ::setxattr(file.c_str(), "user.origin", "here", 4, 0);
  int calls = 0;
  const DiskStore counting([&calls](std::string_view) { return ++calls, 0; });
  ASSERT_TRUE(counting.replace(file, "old", "old"));
  ASSERT_GE(calls, 8);
  for (int failing = 1; failing <= calls; ++failing) {
    int call = 0;
    std::string name;
    const DiskStore faulty([&](std::string_view what) {
      if (++call != failing) return 0;
      name = what;
      return ENOSPC;
    });
    const auto written = faulty.replace(file, "old", "new");
    ASSERT_FALSE(written) << name;
    EXPECT_FALSE(written.error().what.empty()) << name;
    EXPECT_EQ(content("a.py"), "old") << name;
    EXPECT_EQ(entries(), 1U) << name;
  }
}

TEST_F(DiskStoreTest, DoesNotReplaceWhatIsReadOnlyOrGone) {
  EXPECT_EQ(store_.replace(path("none.py"), "", "x").error().what, "does not exist");
  if (::geteuid() == 0) return;  // root may write anything
  const std::string file = make("a.py", "old");
  ASSERT_EQ(::chmod(file.c_str(), 0444), 0);
  EXPECT_THAT(store_.replace(file, "old", "new").error().what, HasSubstr("permission denied"));
  EXPECT_EQ(content("a.py"), "old");
}

TEST_F(DiskStoreTest, TellsFilesDirectoriesAndLinksApart) {
  make("a.py", "");
  fs::create_directory(directory_ / "d");
  fs::create_symlink("a.py", directory_ / "to_file");
  fs::create_symlink("d", directory_ / "to_directory");
  fs::create_symlink("nowhere", directory_ / "dangling");
  const auto entries = store_.list(directory_.string()).value();
  ASSERT_EQ(entries.size(), 5U);
  for (const DirectoryEntry& entry : entries) {
    const auto info = store_.inspect(path(entry.name)).value();
    EXPECT_EQ(info.kind, entry.kind) << entry.name;
    EXPECT_EQ(info.is_link, entry.is_link) << entry.name;
    EXPECT_EQ(entry.is_link, entry.name != "a.py" && entry.name != "d");
  }
  EXPECT_EQ(store_.inspect(path("to_directory"))->kind, FileKind::kDirectory);
  EXPECT_EQ(store_.inspect(path("dangling"))->kind, FileKind::kDanglingLink);
  EXPECT_EQ(store_.canonical(path("to_file")).value(), store_.canonical(path("a.py")).value());
}

TEST_F(DiskStoreTest, WritesBesideWhatIsThere) {
  const std::string model = make("a.py", "old");
  ASSERT_EQ(::chmod(model.c_str(), 0751), 0);
  ASSERT_TRUE(store_.write_beside(path("new/deep/b.py"), "new", model));
  EXPECT_EQ(content("new/deep/b.py"), "new");
  struct stat status {};
  ASSERT_EQ(::stat(path("new/deep/b.py").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777, 0751U);
  // A link gives way; what it leads to stays.
  fs::create_symlink("a.py", path("a.py.bak"));
  ASSERT_TRUE(store_.write_beside(path("a.py.bak"), "copy", model));
  EXPECT_EQ(content("a.py.bak"), "copy");
  EXPECT_EQ(content("a.py"), "old");
  EXPECT_FALSE(store_.write_beside(path("a.py/b.py"), "new", model));
  EXPECT_FALSE(store_.write_beside(path("c.py"), "new", path("none.py")));
}

TEST_F(DiskStoreTest, DoesNotReadWhatIsTooLarge) {
  const std::string file = make("a.py", "12345");
  EXPECT_EQ(store_.read_up_to(file, 5).value(), "12345");
  EXPECT_THAT(store_.read_up_to(file, 4).error().what, HasSubstr("larger than 4 bytes"));
}

// Somebody else's editor comes in at each call that we make.
TEST_F(DiskStoreTest, KeepsWhatHasBeenChangedMeanwhile) {
  const std::string file = make("a.py", "old");
  int calls = 0;
  const DiskStore counting([&calls](std::string_view) { return ++calls, 0; });
  ASSERT_TRUE(counting.replace(file, "old", "old"));
  for (int changed = 1; changed < calls; ++changed) {
    make("a.py", "old");
    int call = 0;
    const DiskStore beside([&](std::string_view) {
      if (++call == changed) make("a.py", "own");  // of the same size
      return 0;
    });
    EXPECT_THAT(beside.replace(file, "old", "new").error().what, HasSubstr("changed by somebody else")) << changed;
    EXPECT_EQ(content("a.py"), "own") << changed;
    EXPECT_EQ(entries(), 1U) << changed;
  }
  // Another file in its place, and rights that were taken away.
  int call = 0;
  make("a.py", "old");
  const DiskStore swapping([&](std::string_view) {
    if (++call == calls - 1) fs::rename(make("b.py", "old"), file);
    return 0;
  });
  EXPECT_FALSE(swapping.replace(file, "old", "new"));
  call = 0;
  const DiskStore locking([&](std::string_view) {
    if (++call == calls - 1) ::chmod(file.c_str(), 0600);
    return 0;
  });
  ASSERT_EQ(::chmod(file.c_str(), 0644), 0);
  EXPECT_FALSE(locking.replace(file, "old", "new"));
}

TEST_F(DiskStoreTest, FollowsNoLinkThatCameSince) {
  fs::create_directory(directory_ / "d");
  fs::create_directory(directory_ / "elsewhere");
  make("d/a.py", "old");
  make("elsewhere/a.py", "old");
  const std::string file = path("d/a.py");
  fs::rename(directory_ / "d", directory_ / "moved");
  fs::create_directory_symlink("elsewhere", directory_ / "d");
  EXPECT_FALSE(store_.read_found(file, file, 100));
  EXPECT_FALSE(store_.replace(file, "old", "new"));
  EXPECT_FALSE(store_.remove_unchanged(file, "old"));
  EXPECT_EQ(content("elsewhere/a.py"), "old");
}

TEST_F(DiskStoreTest, WritesBelowADirectoryAndNowhereElse) {
  const std::string model = make("a.py", "old");
  fs::create_directory(directory_ / "elsewhere");
  ASSERT_TRUE(store_.write_below(path("out"), "p/q/b.py", "new", model));
  EXPECT_EQ(content("out/p/q/b.py"), "new");
  EXPECT_FALSE(store_.write_below(path("out"), "p/../../b.py", "new", model));
  fs::create_directory_symlink("../elsewhere", directory_ / "out/link");
  EXPECT_FALSE(store_.write_below(path("out"), "link/b.py", "new", model));
  EXPECT_TRUE(fs::is_empty(directory_ / "elsewhere"));
}

TEST_F(DiskStoreTest, RemovesWhatKilledRunsHaveLeft) {
  make(".py3k-99999999-3.tmp", "half of a");
  make(".py3k-mine.tmp", "a user's");
  const std::string locked = make(".py3k-1-1.tmp", "another run's, under way");
  const int file = ::open(locked.c_str(), O_RDONLY | O_CLOEXEC);
  ASSERT_EQ(::flock(file, LOCK_EX), 0);
  ASSERT_TRUE(store_.replace(make("a.py", "old"), "old", "new"));
  EXPECT_FALSE(fs::exists(path(".py3k-99999999-3.tmp")));
  EXPECT_TRUE(fs::exists(path(".py3k-mine.tmp")));
  EXPECT_TRUE(fs::exists(locked));
  ::close(file);
}

TEST_F(DiskStoreTest, LetsNobodyInThatADirectorysAccessListNames) {
  // user::rwx, user:1234:rwx, group::r-x, mask::rwx, other::---, as the kernel keeps them.
  const std::string list(
      "\2\0\0\0"
      "\1\0\7\0\xFF\xFF\xFF\xFF"
      "\2\0\7\0\xD2\4\0\0"
      "\4\0\5\0\xFF\xFF\xFF\xFF"
      "\x10\0\7\0\xFF\xFF\xFF\xFF"
      "\x20\0\0\0\xFF\xFF\xFF\xFF",
      44);
  const std::string file = make("a.py", "old");
  ASSERT_EQ(::chmod(file.c_str(), 0660), 0);
  const char* const kDefault = "system.posix_acl_default";
  if (::setxattr(directory_.c_str(), kDefault, list.data(), list.size(), 0) != 0) {
    ASSERT_EQ(errno, ENOTSUP);  // a file system without them has nothing to get wrong
  }
  ASSERT_TRUE(store_.replace(file, "old", "new"));
  EXPECT_LT(::getxattr(file.c_str(), "system.posix_acl_access", nullptr, 0), 0);
  struct stat status {};
  ASSERT_EQ(::stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777U, 0660U);
}

// What a signal's handler does, in a process of its own, since no file is made after it.
TEST_F(DiskStoreTest, LeavesNothingWhenASignalEndsIt) {
  const pid_t child = ::fork();
  if (child == 0) {
    const Handle directory(::open(directory_.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    TemporaryFile one(directory.get());
    TemporaryFile other(directory.get());
    const bool is_made = one.create() && other.create();
    remove_temporary_files();
    ::_exit(is_made ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(entries(), 0U);
}

}  // namespace
}  // namespace py3k::engine
