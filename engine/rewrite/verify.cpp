#include "engine/rewrite/verify.h"

namespace py3k::engine {

namespace {

constexpr std::string_view kSyntax = "this is no valid syntax";

// What the lexer alone can tell. Its reading of tuple parameters is a hint only: any `(` where a name is usual.
std::optional<Flaw> lexical_flaw(const LexedSource& lexed) {
  if (!lexed.error.what.empty()) return Flaw{lexed.error.offset, std::string(lexed.error.what)};
  if (lexed.language == Language::kPython2) return {};
  if (lexed.evidence.python2_syntax) return Flaw{lexed.evidence.python2_offset, "this is Python 2 only"};
  if (!lexed.reserved.empty()) return Flaw{lexed.reserved.front(), "this name is a keyword in Python 3"};
  if (lexed.inconsistent_tabs) return Flaw{*lexed.inconsistent_tabs, "tabs and spaces are mixed in the indentation"};
  if (!lexed.bound_constants.empty()) return Flaw{lexed.bound_constants.front(), "Python 3 can't assign to this"};
  return {};
}

std::optional<Flaw> tuple_parameter(const Tree& tree) {
  for (Node node : tree.root().descendants()) {
    if (node.is(Kind::kTuplePattern) && node.parent().is_any(Kind::kParameters, Kind::kLambdaParameters, Kind::kDefaultParameter))
      return Flaw{node.start(), "Python 3 has no tuple parameters"};
  }
  return {};
}

const WordTable& tuple_parameter_word() {
  static const WordTable words({"def(("});
  return words;
}

// Does a name stand where Python 3 takes names only, so not True or False?
bool is_bound(Node name) {
  const Node parent = name.parent();
  switch (parent.kind()) {
    case Kind::kDottedName:
    case Kind::kAliasedImport:
    case Kind::kGlobalStatement:
    case Kind::kParameters:
    case Kind::kLambdaParameters:
    case Kind::kListSplatPattern:
    case Kind::kDictionarySplatPattern:
    case Kind::kPatternList:
    case Kind::kTuplePattern:
    case Kind::kListPattern:
    case Kind::kUnknown:  // what `as` binds
      return true;
    case Kind::kAssignment:
    case Kind::kAugmentedAssignment:
    case Kind::kForStatement:
    case Kind::kForInClause: return name.field() == Field::kLeft;
    case Kind::kFunctionDefinition:
    case Kind::kClassDefinition:
    case Kind::kDefaultParameter:
    case Kind::kKeywordArgument: return name.field() == Field::kName;
    default: return false;
  }
}

// Did the original bind a name that Python 3 reserves? The overlays hide these, so that only a reading of all of the result can
// tell whether that is still so.
bool bound_reserved(const Tree& before) {
  const auto& reserved = before.source().reserved;
  auto next = reserved.begin();
  for (Node node : before.root().descendants()) {
    if (next == reserved.end()) return false;
    if (!node.is(Kind::kIdentifier)) continue;
    while (next != reserved.end() && *next < node.start()) ++next;
    if (next != reserved.end() && *next == node.start() && is_bound(node)) return true;
  }
  return false;
}

std::optional<Flaw> flaw_after(const Tree& before, const Rendered& after, const LexedSource& lexed) {
  if (auto flaw = lexical_flaw(lexed)) return flaw;
  if (lexed.language == Language::kPython3 && bound_reserved(before)) return find_flaw(after.text);
  if (const auto offset = before.error_after(lexed)) return Flaw{*offset, std::string(kSyntax)};
  if (lexed.language == Language::kPython3 && lexed.words.any()) return tuple_parameter(Tree::parse(lexed));
  return {};
}

}  // namespace

std::optional<Flaw> find_flaw(std::string_view text) {
  const LexedSource lexed = lex(text, {.language = Language::kPython3});
  if (auto flaw = lexical_flaw(lexed)) return flaw;
  const Tree tree = Tree::parse(lexed);
  if (tree.has_error()) return Flaw{tree.error_offset(), std::string(kSyntax)};
  return tuple_parameter(tree);
}

std::optional<Flaw> find_flaw(const Tree& before, const Rendered& after) {
  return flaw_after(before, after, lex(after.text, {.language = Language::kPython3, .words = &tuple_parameter_word(), .hide_constants = true}));
}

std::optional<Flaw> find_damage(const Tree& before, const Rendered& after, bool keeps_python2) {
  const Evidence& evidence = before.source().evidence;
  const LexedSource lexed = lex(after.text, {.language = Language::kPython2,
                                             .python3_ranges = keeps_python2 ? nullptr : &after.python3_ranges,
                                             .print_function = evidence.print_function,
                                             .exec_function = evidence.exec_function});
  if (keeps_python2 && lexed.evidence.python3_syntax && !evidence.python3_syntax)
    return Flaw{lexed.evidence.python3_offset, "Python 2.7 can't parse this"};
  return flaw_after(before, after, lexed);
}

}  // namespace py3k::engine
