#include "cli/progress.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace py3k::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

class ProgressTest : public testing::Test {
 protected:
  Progress make(ProgressKind kind, std::size_t total, std::size_t columns = 80) {
    return Progress(sink, kind, total, columns, [this] { return now; });
  }
  void wait(double seconds) {
    now += std::chrono::duration_cast<Progress::Clock::duration>(std::chrono::duration<double>(seconds));
  }
  std::string last_line() const {
    const std::string& text = sink.text();
    return text.substr(text.rfind('\r') + 1);
  }

  StringSink sink;
  Progress::Clock::time_point now{};
};

TEST_F(ProgressTest, ShowsABarOnceTheRunHasTakenAMoment) {
  Progress progress = make(ProgressKind::kBar, 200);
  wait(0.4);
  progress.show(10, "a.py");
  EXPECT_EQ(sink.text(), "");
  wait(0.6);
  progress.show(50, "app/views.py");
  EXPECT_EQ(sink.text(), "\r[#####...............] 50/200 files, 50/s, 3 s left  app/views.py\x1b[K");
  progress.show(51, "b.py");
  EXPECT_THAT(sink.text(), Not(HasSubstr("51/200")));
  wait(0.1);
  progress.show(52, "b.py");
  EXPECT_THAT(sink.text(), HasSubstr("52/200"));
}

TEST_F(ProgressTest, GivesWayAndComesBack) {
  Progress progress = make(ProgressKind::kBar, 200);
  progress.hide();
  EXPECT_EQ(sink.text(), "");
  wait(1);
  progress.show(50, "a.py");
  progress.hide();
  EXPECT_EQ(last_line(), "\x1b[K");
  progress.show(51, "a.py");
  EXPECT_THAT(last_line(), HasSubstr("51/200"));
}

TEST_F(ProgressTest, FitsTheTerminal) {
  for (const std::size_t columns : {1U, 5U, 20U, 60U, 70U, 80U}) {
    StringSink own;
    now = {};
    Progress progress(own, ProgressKind::kBar, 200, columns, [this] { return now; });
    wait(1);
    progress.show(50, "a/" + std::string(100, 'x') + "/\n\x1b[2Jviews.py");
    std::string line = own.text().substr(1);
    line.resize(line.size() - 3);  // \x1b[K
    EXPECT_LT(line.size(), columns + (columns == 1 ? 1 : 0));
    EXPECT_EQ(line.find_first_of("\n\x1b"), std::string::npos);
    EXPECT_EQ(line.find("views.py") != std::string::npos, columns >= 70) << line;
  }
}

TEST_F(ProgressTest, WritesALineNowAndThenIntoLogs) {
  Progress progress = make(ProgressKind::kLines, 1000);
  for (std::size_t done = 1; done <= 1000; ++done) {
    wait(0.1);
    progress.show(done, "a.py");
  }
  EXPECT_EQ(sink.text(),
            "py3k: 300/1000 files, 10/s, 2 min left\npy3k: 600/1000 files, 10/s, 40 s left\n"
            "py3k: 900/1000 files, 10/s, 10 s left\n");
}

TEST_F(ProgressTest, SaysNothingOfShortOrUnwantedRuns) {
  {
    Progress short_run = make(ProgressKind::kLines, 1000);
    wait(29);
    short_run.show(1000, "a.py");
    Progress one_file = make(ProgressKind::kBar, 1);
    wait(100);
    one_file.show(1, "a.py");
    Progress none = make(ProgressKind::kNone, 1000);
    wait(100);
    none.show(500, "a.py");
  }
  EXPECT_EQ(sink.text(), "");
}

TEST(DurationText, RoundsUp) {
  EXPECT_EQ(duration_text(0.2), "1 s");
  EXPECT_EQ(duration_text(59), "59 s");
  EXPECT_EQ(duration_text(61), "2 min");
  EXPECT_EQ(duration_text(3600), "1 h 0 min");
  EXPECT_EQ(duration_text(7500), "2 h 5 min");
}

}  // namespace
}  // namespace py3k::cli
