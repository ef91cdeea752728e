// Suppressions: the comments of a file that say what is to be left as it is.
//
//   x = a / b  # py3k: ignore[division]     what starts, or would change something, on this line
//   # py3k: ignore                          on a line of its own: the statement that follows, a whole `def` or `if`
//   class Old: …                            too; inside brackets the line that follows
//   # py3k: ignore-file[dict, unicode]      before all code: the whole file
//
// In brackets stand fixers and groups; without them, all are meant. Behind it may stand a reason. A line ends where its
// logical line may end: not after a backslash, and not inside a string.
//
//   Suppressions ignored = Suppressions::read(tree, names);
//   if (ignored.use(change)) …                            // covered; notes that the comment is of use
//   for (const Remark& remark : ignored.remarks(false)) …  // comments of no use, names that are no fixer's
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/rewrite/plan.h"

namespace py3k::engine {

inline constexpr std::string_view kSuppressionCheck = "suppression";  // the name its remarks are reported under

// The names that may stand in the brackets: those of all fixers and groups, and those that have a say in this run.
struct FixerNames {
  std::vector<std::string> known;
  std::vector<std::string> running;
};

// Something to say about a comment.
struct Remark {
  ByteRange at;
  std::string message;
};

// Does a file hold a comment that may be one of these? Quick.
bool mentions_suppression(const LexedSource& lexed);
// Does a comment before all code say that the whole file is left alone? Needs no tree: it may be no Python at all.
bool is_ignored_whole(const LexedSource& lexed);

class Suppressions {
 public:
  Suppressions() = default;
  static Suppressions read(const Tree& tree, const FixerNames& names);

  bool empty() const { return comments_.empty(); }
  // Is a change, or any part of it, to be left undone? use() also notes that the comments that say so are of use.
  bool cover(const Change& change) const;
  bool use(const Change& change);
  // Is a place one at which something is to be left as it is?
  bool cover(std::uint32_t offset) const;
  // The text with blanks for what is to be left as it is: for asking what the rest is written in. Lines of which only
  // some fixers are kept stay in it as long as `plan`, without what is covered, changes them: they won't be there for
  // long.
  std::string rest_of(std::string_view text, const Plan& plan) const;

  // Call after the last use(). `is_partial`: the fixers were chosen, so that a comment for all of them may be of use
  // yet.
  std::vector<Remark> remarks(bool is_partial) const;

 private:
  struct Name {
    ByteRange at;
    std::string text;
    bool is_used = false;
  };
  struct Comment {
    ByteRange at;
    bool is_for_file = false;
    bool is_before_code = false;
    std::vector<Name> names;  // empty: all fixers
    ByteRange covered;
    bool is_used = false;
    std::string mistake;  // why it means nothing
  };
  // What a comment covers.
  struct Cover {
    ByteRange range;
    std::size_t comment = 0;
    std::uint32_t reach = 0;  // the furthest end up to this one: one may lie in another
  };
  void sort_covers();
  std::vector<std::size_t> touching(const Change& change) const;

  std::vector<Comment> comments_;
  std::vector<Cover> covers_;  // by start
  FixerNames names_;
};

}  // namespace py3k::engine
