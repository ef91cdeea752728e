#include "cli/review/file_review.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/review/hunk_text.h"
#include "tests/paths.h"
#include "tests/support/conversion.h"
#include "tests/support/files.h"

namespace py3k::cli {
namespace {

using testing::ElementsAre;

engine::FileResult convert(const std::string& text) {
  return (*tests::converter_for({"--from", "2"}))->convert("a.py", text);
}

TEST(FileReview, PutsWhatSharesALineTogether) {
  const FileReview review(convert("print d.has_key(1)\nx <> y; z = 1L\n\nprint 2\n"));
  ASSERT_EQ(review.unit_count(), 3U);
  EXPECT_THAT(review.open_fixers_of(0), ElementsAre("print", "has_key"));
  EXPECT_THAT(review.open_fixers_of(1), ElementsAre("ne", "numliterals"));
  EXPECT_THAT(review.open_fixers_of(2), ElementsAre("print"));
}

TEST(FileReview, PutsAllPlacesOfAChangeTogether) {
  const FileReview review(convert("import Queue\n\nprint 1\n\nq = Queue.Queue(); x <> y\n"));
  ASSERT_EQ(review.unit_count(), 2U);
  EXPECT_THAT(review.open_fixers_of(0), ElementsAre("imports", "ne"));
  EXPECT_THAT(review.open_fixers_of(1), ElementsAre("print"));
}

TEST(FileReview, DoesNotJoinWhatOnlySharesAnImport) {
  EXPECT_EQ(FileReview(convert("x = reduce(f, xs)\n\ny = reduce(f, xs)\n")).unit_count(), 2U);
}

TEST(FileReview, DecidesWhatIsOpenOnly) {
  FileReview review(convert("print 1\nx <> y\nprint 2\n"));
  review.decide(0, Decision::kDeclined);
  review.decide_fixer("print", Decision::kAccepted);
  EXPECT_EQ(review.next_open(), 1U);
  EXPECT_EQ(review.decisions().accepted.size(), 1U);
  review.decide_rest(Decision::kAccepted);
  EXPECT_EQ(review.next_open(), std::nullopt);
  EXPECT_EQ(review.count(Decision::kAccepted), 2U);
  EXPECT_EQ(review.count(Decision::kDeclined), 1U);
  EXPECT_EQ(review.decisions_without(1).accepted.size(), 1U);
}

// Units are made of all changes, each in one of them, and none of their places shares a line with another unit's.
TEST(FileReview, EachChangeIsInOneUnit) {
  for (const auto& path : tests::files_below(tests::kSourceDir / "testdata" / "run", ".py")) {
    const engine::FileResult result = convert(tests::read_file(path));
    if (result.outcome != engine::Outcome::kChanged) continue;
    const FileReview review(result);
    std::vector<std::uint32_t> all;
    for (std::size_t unit = 0; unit < review.unit_count(); ++unit) {
      const auto changes = review.changes_of(unit);
      all.insert(all.end(), changes.begin(), changes.end());
    }
    EXPECT_EQ(all.size(), review.changes().size()) << path;
    std::sort(all.begin(), all.end());
    EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end()) << path;
  }
}

TEST(HunkText, GoesToTheEditorAndBack) {
  const std::string original = "a\nb\nc\nd\n";
  const auto places = edit_places(original, {{{2, 3}, "B"}, {{6, 7}, "D\nE"}});
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places[0].text, "B\n");
  EXPECT_EQ(places[1].text, "D\nE\n");
  EXPECT_EQ(places[1].line, 4U);
  const auto texts = split_edited(editor_text("a.py", places), 2);
  ASSERT_TRUE(texts);
  EXPECT_THAT(*texts, ElementsAre("B\n", "D\nE\n"));
}

TEST(HunkText, KeepsCommentsThatOnlyLookLikeMarks) {
  const auto texts = split_edited("# py3k: place 1 of 1, line 1 of a.py\n# py3k\nx\n# py3k: end.\n# py3k: more\n", 1);
  ASSERT_TRUE(texts);
  EXPECT_THAT(*texts, ElementsAre("# py3k\nx\n"));
  EXPECT_FALSE(split_edited("x\n", 1));
}

TEST(HunkText, HasTheNewlinesOfTheFile) {
  EXPECT_EQ(with_newlines_of("a\r\n", "x\ny\r\n"), "x\r\ny\r\n");
  EXPECT_EQ(with_newlines_of("a\n", "x\ny\n"), "x\ny\n");
  EXPECT_EQ(with_newlines_of("", "x\n"), "x\n");
}

}  // namespace
}  // namespace py3k::cli
