#include "engine/run/replaced_files.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

namespace py3k::engine {
namespace {

int open_something() { return ::open("/", O_PATH | O_CLOEXEC); }
bool is_open(int file) { return ::fcntl(file, F_GETFD) != -1; }

TEST(ReplacedFiles, ClosesTheOldestWhereThereAreTooMany) {
  const int first = open_something();
  const int second = open_something();
  const int third = open_something();
  ReplacedFiles replaced(2);
  replaced.keep(first);
  replaced.keep(-1);
  replaced.keep(second);
  EXPECT_TRUE(is_open(first));
  replaced.keep(third);
  EXPECT_FALSE(is_open(first));
  EXPECT_TRUE(is_open(second));
  EXPECT_TRUE(is_open(third));
}

TEST(ReplacedFiles, ClosesAllAtItsEnd) {
  const int file = open_something();
  {
    ReplacedFiles replaced;
    replaced.keep(file);
    EXPECT_TRUE(is_open(file));
  }
  EXPECT_FALSE(is_open(file));
}

TEST(ReplacedFiles, LeavesHalfOfTheDescriptorsToOthers) {
  struct rlimit before {};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
  ReplacedFiles replaced;
  for (int i = 0; i < 20000; ++i) {
    const int file = open_something();
    ASSERT_GE(file, 0) << "after " << i;
    replaced.keep(file);
  }
  ::setrlimit(RLIMIT_NOFILE, &before);
}

}  // namespace
}  // namespace py3k::engine
