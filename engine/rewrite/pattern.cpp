#include "engine/rewrite/pattern.h"

#include <algorithm>

#include "engine/dialect/lexer.h"
#include "engine/rewrite/template.h"

namespace py3k::engine {

struct Pattern::Parsed {
  std::vector<TemplatePiece> pieces;
  std::string text;
  LexedSource lexed;
  Tree tree;
  Node root;

  const TemplatePiece* hole(Node node) const {
    if (!node.is(Kind::kIdentifier)) return nullptr;
    const int index = hole_of_placeholder(node.text());
    return index < 0 ? nullptr : &pieces[static_cast<std::size_t>(index)];
  }
  // A name, or a dotted name, without holes: what it stands for is looked up.
  bool is_fixed_name(Node node) const {
    while (node.is(Kind::kAttribute)) node = node.child(Field::kObject);
    return node.is(Kind::kIdentifier) && hole(node) == nullptr;
  }
};

Pattern::Pattern(std::unique_ptr<Parsed> parsed) : parsed_(std::move(parsed)) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

Expected<Pattern> Pattern::compile(std::string_view text) {
  auto parsed = std::make_unique<Parsed>();
  parsed->pieces = split_holes(text);
  for (std::size_t i = 0; i < parsed->pieces.size(); ++i) {
    parsed->text += parsed->pieces[i].is_hole ? hole_placeholder(i) : parsed->pieces[i].text;
  }
  parsed->lexed = lex(parsed->text, {.language = Language::kPython2});
  parsed->tree = Tree::parse(parsed->lexed);
  Node root = parsed->tree.root().first_child();
  const bool single = root && !root.next();
  if (root.is(Kind::kExpressionStatement) && root.child_count() == 1) root = root.first_child();
  if (!single || parsed->tree.has_error())
    return failure("the pattern \"" + std::string(text) + "\" is not one expression");
  if (parsed->hole(root) != nullptr) return failure("the pattern \"" + std::string(text) + "\" matches everything");
  parsed->root = root;
  return Pattern(std::move(parsed));
}

Kind Pattern::kind() const { return parsed_->root.kind(); }

std::vector<std::string> Pattern::words() const {
  std::vector<std::string> words;
  for (Node node : parsed_->root.subtree()) {
    if (node.is(Kind::kIdentifier) && parsed_->hole(node) == nullptr) words.emplace_back(node.text());
  }
  std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return words;
}

namespace {

struct Pair {
  Node pattern;
  Node node;
};

bool is_trailing_comma(Node node) { return node.is(Kind::kTokenComma) && node.next() && !node.next().next(); }

}  // namespace

bool Pattern::matches(Node node, const Context& context, Holes& holes) const {
  holes.clear();
  std::vector<Pair> pending{{parsed_->root, node}};
  const auto bind = [&](const std::string& name, HoleValue value) {
    for (const auto& [known, earlier] : holes) {
      if (known != name) continue;
      const auto text = [&](ByteRange range) { return context.text().substr(range.start, range.end - range.start); };
      return text(earlier.range()) == text(value.range());
    }
    holes.emplace_back(name, value);
    return true;
  };
  while (!pending.empty()) {
    const auto [pattern, target] = pending.back();
    pending.pop_back();
    if (const TemplatePiece* hole = parsed_->hole(pattern)) {
      if (!target.is_named() || target.is_any(Kind::kKeywordArgument, Kind::kListSplat, Kind::kDictionarySplat))
        return false;
      if (!bind(hole->text, target)) return false;
      continue;
    }
    const bool attribute_name = pattern.field() == Field::kAttribute || pattern.field() == Field::kName;
    if (!attribute_name && parsed_->is_fixed_name(pattern)) {
      std::string wanted(pattern.text());
      if (pattern.is(Kind::kIdentifier)) wanted = "__builtin__." + wanted;
      if (!context.names().resolves_to(target, wanted)) return false;
      continue;
    }
    if (pattern.is(Kind::kArgumentList) && target.is(Kind::kGeneratorExpression)) {
      // `f(x for x in y)`: the argument's parentheses are the call's.
      const TemplatePiece* hole = parsed_->hole(pattern.named_child(0));
      if (hole == nullptr || pattern.named_child(1) || !bind(hole->text, target)) return false;
      continue;
    }
    if (pattern.kind() != target.kind()) return false;
    Node theirs = target.first_child();
    Node ours = pattern.first_child();
    if (!ours && !theirs) {
      if (pattern.text() != target.text()) return false;
      continue;
    }
    for (; ours; ours = ours.next()) {
      const TemplatePiece* hole = parsed_->hole(ours);
      if (hole != nullptr && hole->sequence) {
        // Takes all up to the closing bracket; a trailing comma stays out.
        Node last;
        const Node first = theirs;
        while (theirs && theirs.next()) {
          if (!is_trailing_comma(theirs)) last = theirs;
          theirs = theirs.next();
        }
        const ByteRange none{first.start(), first.start()};
        if (!bind(hole->text, last ? HoleValue(first, last) : HoleValue(none))) return false;
        continue;
      }
      if (theirs && is_trailing_comma(theirs) && !ours.is(Kind::kTokenComma)) theirs = theirs.next();
      if (!theirs) return false;
      pending.push_back({ours, theirs});
      theirs = theirs.next();
    }
    if (theirs) return false;
  }
  return true;
}

}  // namespace py3k::engine
