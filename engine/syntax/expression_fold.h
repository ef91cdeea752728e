// ExpressionReader: reads the plain expressions of an overlay by itself, so that the parser gets them as one token.
// What it takes, the grammar takes, and it makes the nodes that the grammar would; where it meets anything else (a
// lambda, a comprehension, `if` and `else`, an f-string, brackets that are nested deep) it gives up, and the parser
// does the rest.
//
//   ExpressionReader reader(lexed, true, nodes);
//   if (reader.expression(cursor)) …      // nodes has its nodes, that of all of it last; the cursor stands behind it
//
// Whoever gets false drops the nodes that have been added.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/syntax/condensed.h"
#include "engine/syntax/keywords.h"
#include "engine/syntax/kind.h"

namespace py3k::engine {

struct LexedSource;
struct StringToken;

class ExpressionReader {
 public:
  struct Cursor {
    std::uint32_t at;
    std::size_t string;  // the next literal
  };

  // `reads_all`: not only attributes.
  ExpressionReader(const LexedSource& source, bool reads_all, std::vector<FoldedNode>& nodes);

  bool expression(Cursor& cursor) { return binary(cursor, kOr, 0); }

  // `a.b(c)[0]`, whose head starts at `start` and ends at the cursor, as far as it can be read. Gives what the last
  // part is; kNone: there is none but the head.
  Kind operand(Kind head, std::uint32_t start, Cursor& cursor);

 private:
  // How tightly operators bind.
  enum Level : std::uint8_t { kNone, kOr, kAnd, kNot, kCompare, kBitOr, kBitXor, kBitAnd, kShift, kSum, kProduct };
  struct Operator {
    Level level = kNone;
    Kind kind = Kind::kNone;
    std::uint32_t start = 0;
    std::uint32_t end = 0;
  };
  enum class Read : std::uint8_t { kNothing, kSomething, kOther };

  bool binary(Cursor& cursor, Level least, int depth);
  bool compare(Cursor& cursor, Operator first, int depth);
  void add_comparing(const Operator& sign);
  bool unary(Cursor& cursor, Level least, int depth);
  bool prefixed(Cursor& cursor, Kind node, Kind token, std::uint32_t length, Level least, int depth);
  bool primary(Cursor& cursor, int depth);
  Kind head(Cursor& cursor, int depth);
  void literals(Cursor& cursor);
  Kind parentheses(Cursor& cursor, int depth);
  Kind list(Cursor& cursor, int depth);
  Kind braces(Cursor& cursor, int depth);
  bool pair(Cursor& cursor, std::uint32_t first, std::uint32_t start, int depth);
  Read trailer(Cursor& cursor, std::uint32_t first, std::uint32_t start, int depth);
  bool arguments(Cursor& cursor, int depth);
  bool argument(Cursor& cursor, int depth);
  bool subscripts(Cursor& cursor, int depth);
  bool subscript(Cursor& cursor, int depth);

  bool is_string(Cursor& cursor) const;
  char sign(std::uint32_t at) const { return at < overlay_.size() ? overlay_[at] : '\n'; }
  bool is_at(Cursor& cursor, char c) const { return sign(cursor.at) == c && !is_string(cursor); }
  void skip_blanks(Cursor& cursor) const;
  bool name(Cursor& cursor) const;
  std::string_view word(std::uint32_t at) const;
  Operator operator_at(Cursor& cursor) const;
  Operator word_operator(Cursor& cursor) const;

  std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
  void leaf(Kind kind, Field field, std::uint32_t start, std::uint32_t end) {
    nodes_.push_back({kind, field, start, end, 1});
  }
  void token(Cursor& cursor, Kind kind) {
    leaf(kind, Field::kNone, cursor.at, cursor.at + 1);
    ++cursor.at;
  }
  // What was read last plays that part in what comes around it.
  void play(Field field) { nodes_.back().field = field; }
  // Puts a node around all from `first` on.
  void wrap(Kind kind, std::uint32_t first, std::uint32_t start, std::uint32_t end) {
    nodes_.push_back({kind, Field::kNone, start, end, size() - first + 1});
  }

  static constexpr int kDeepest = 8;

  std::string_view text_;
  std::string_view overlay_;
  const std::vector<StringToken>& strings_;
  const bool reads_all_;
  const Keywords& keywords_;
  std::vector<FoldedNode>& nodes_;
};

}  // namespace py3k::engine
