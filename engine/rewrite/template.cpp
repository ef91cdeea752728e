#include "engine/rewrite/template.h"

#include <charconv>
#include <unordered_map>

#include "engine/dialect/lexer.h"

namespace py3k::engine {

namespace {

constexpr std::string_view kPlaceholder = "py3k_hole_";

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace

std::string hole_placeholder(std::size_t index) { return std::string(kPlaceholder) + std::to_string(index) + "_"; }

int hole_of_placeholder(std::string_view name) {
  if (!name.starts_with(kPlaceholder)) return -1;
  int index = -1;
  std::from_chars(name.data() + kPlaceholder.size(), name.data() + name.size(), index);
  return index;
}

std::vector<TemplatePiece> split_holes(std::string_view text) {
  std::vector<TemplatePiece> pieces;
  std::string literal;
  for (std::size_t at = 0; at < text.size();) {
    const bool sequence = text[at] == '$' && at + 1 < text.size() && text[at + 1] == '*';
    const std::size_t name = at + (sequence ? 2 : 1);
    std::size_t end = name;
    while (text[at] == '$' && end < text.size() && is_name_char(text[end])) ++end;
    if (text[at] != '$' || end == name) {
      literal += text[at++];
      continue;
    }
    if (!literal.empty()) pieces.push_back({.text = literal});
    literal.clear();
    pieces.push_back({.text = std::string(text.substr(name, end - name)), .is_hole = true, .sequence = sequence});
    at = end;
  }
  if (!literal.empty()) pieces.push_back({.text = literal});
  return pieces;
}

Expected<Template> Template::compile(std::string_view text) {
  Template made;
  made.pieces_ = split_holes(text);
  std::string filled;
  for (std::size_t i = 0; i < made.pieces_.size(); ++i) {
    filled += made.pieces_[i].is_hole ? hole_placeholder(i) : made.pieces_[i].text;
  }
  const LexedSource lexed = lex(filled, {.language = Language::kPython3});
  const Tree tree = Tree::parse(lexed);
  if (tree.has_error() || !lexed.error.what.empty() || lexed.evidence.python2_syntax) {
    return failure("the template \"" + std::string(text) + "\" is not Python 3");
  }
  for (const Node node : tree.root().subtree()) {
    if (!node.is(Kind::kIdentifier)) continue;
    const int hole = hole_of_placeholder(node.text());
    if (hole < 0) continue;
    TemplatePiece& piece = made.pieces_[static_cast<std::size_t>(hole)];
    piece.demands = piece.sequence ? Precedence::kAny : demanded_at(node);
    piece.in_brackets = is_in_brackets(node);
    piece.attribute_object = is_attribute_object(node);
    piece.fills_brackets = !piece.sequence && node.parent().is_any(Kind::kArgumentList, Kind::kParenthesizedExpression);
    piece.is_only_argument =
        piece.fills_brackets && node.parent().is(Kind::kArgumentList) && node.parent().named_child_count() == 1;
  }
  const Node statement = tree.root().first_child();
  if (statement.is(Kind::kExpressionStatement) && !statement.next() && statement.child_count() == 1) {
    const Node whole = statement.first_child();
    made.precedence_ = precedence_of(whole);
    made.is_number_ = whole.is(Kind::kInteger);
  } else if (statement.is(Kind::kExpressionStatement) && !statement.next() && statement.child(Kind::kTokenComma)) {
    made.precedence_ = Precedence::kTuple;
  }
  return made;
}

const Template* Template::cached(std::string_view text) {
  thread_local std::unordered_map<std::string, std::unique_ptr<Template>> cache;
  const auto found = cache.find(std::string(text));
  if (found != cache.end()) return found->second.get();
  Expected<Template> made = compile(text);
  auto& slot = cache[std::string(text)];
  if (made) slot = std::make_unique<Template>(std::move(*made));
  return slot.get();
}

}  // namespace py3k::engine
