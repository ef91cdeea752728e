#include "engine/run/worker_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

namespace py3k::engine {
namespace {

TEST(RunInOrder, GivesAllResultsInOrder) {
  for (const unsigned workers : {1U, 2U, 3U, 16U}) {
    for (const std::size_t count : {0U, 1U, 2U, 100U, 1000U}) {
      std::vector<std::size_t> seen;
      run_in_order<std::string>(
          count, workers, [](std::size_t i) { return std::to_string(i); },
          [&](std::size_t i, const std::string& text) {
            EXPECT_EQ(text, std::to_string(i));
            seen.push_back(i);
            return true;
          });
      ASSERT_EQ(seen.size(), count) << workers;
      for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(seen[i], i);
    }
  }
}

TEST(RunInOrder, KeepsMemoryBoundedWhenTheFirstJobIsSlow) {
  std::atomic<std::size_t> started = 0;
  std::size_t started_before_first = 0;
  run_in_order<int>(
      1000, 4,
      [&](std::size_t i) {
        ++started;
        if (i == 0) std::this_thread::sleep_for(std::chrono::milliseconds(50));
        return 0;
      },
      [&](std::size_t i, int) {
        if (i == 0) started_before_first = started;
        return true;
      });
  EXPECT_LE(started_before_first, 40U);
}

TEST(RunInOrder, StopsWhenAsked) {
  std::size_t taken = 0;
  run_in_order<int>(
      100000, 4, [](std::size_t) { return 0; }, [&](std::size_t, int) { return ++taken < 10; });
  EXPECT_EQ(taken, 10U);
}

TEST(RunInOrder, PassesOnWhatAJobThrows) {
  const auto run = [](unsigned workers) {
    run_in_order<int>(
        100, workers,
        [](std::size_t i) {
          if (i == 50) throw std::runtime_error("x");
          return 0;
        },
        [](std::size_t, int) { return true; });
  };
  EXPECT_THROW(run(1), std::runtime_error);
  EXPECT_THROW(run(4), std::runtime_error);
}

TEST(RunInOrder, WorksWithTypesThatCanOnlyBeMoved) {
  int sum = 0;
  run_in_order<std::unique_ptr<int>>(
      10, 2, [](std::size_t i) { return std::make_unique<int>(static_cast<int>(i)); },
      [&](std::size_t, std::unique_ptr<int> value) {
        sum += *value;
        return true;
      });
  EXPECT_EQ(sum, 45);
}

}  // namespace
}  // namespace py3k::engine
