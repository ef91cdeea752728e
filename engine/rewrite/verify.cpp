#include "engine/rewrite/verify.h"

#include "engine/syntax/tree.h"

namespace py3k::engine {

namespace {

std::optional<Flaw> syntax_flaw(const LexedSource& lexed) {
  if (!lexed.error.what.empty()) return Flaw{lexed.error.offset, std::string(lexed.error.what)};
  const Tree tree = Tree::parse(lexed);
  if (tree.has_error()) return Flaw{tree.error_offset(), "this is no valid syntax"};
  if (lexed.language == Language::kPython2) return {};
  for (Node node : tree.root().descendants()) {
    if (node.is(Kind::kTuplePattern) && node.parent().is_any(Kind::kParameters, Kind::kLambdaParameters, Kind::kDefaultParameter))
      return Flaw{node.start(), "Python 3 has no tuple parameters"};
  }
  return {};
}

}  // namespace

std::optional<Flaw> find_flaw(std::string_view text) {
  const LexedSource lexed = lex(text, {.language = Language::kPython3});
  if (auto flaw = syntax_flaw(lexed)) return flaw;
  if (lexed.evidence.python2_syntax) return Flaw{lexed.evidence.python2_offset, "this is Python 2 only"};
  if (!lexed.reserved.empty()) return Flaw{lexed.reserved.front(), "this name is a keyword in Python 3"};
  return {};
}

std::optional<Flaw> find_flaw_in_python2(std::string_view text, const std::vector<ByteRange>& python3_ranges) {
  return syntax_flaw(lex(text, {.language = Language::kPython2, .python3_ranges = &python3_ranges}));
}

}  // namespace py3k::engine
