#include "engine/syntax/tree.h"

#include <algorithm>

#include "engine/dialect/lexer.h"
#include "engine/syntax/condensed.h"
#include "engine/syntax/grammar.h"
#include "engine/syntax/parse_arena.h"
#include "engine/syntax/tree_walk.h"

namespace py3k::engine {

namespace {

constexpr std::uint32_t kNoNode = 0xFFFFFFFF;

// More than code as people write it is deep.
constexpr int kManySteps = 64;

}  // namespace

// Copies tree-sitter's tree into ours, putting back what the overlay hid and the condensed text left out.
class TreeBuilder {
 public:
  static Tree make(const LexedSource& source, Condensed::Fold fold);

 private:
  TreeBuilder(const LexedSource& source, const Condensed& condensed, Tree& tree)
      : source_(source), condensed_(condensed), tree_(tree) {}

  void build(TSNode root) {
    // Literals side by side are one node there.
    tree_.nodes_.reserve(ts_node_descendant_count(root) + condensed_.nodes().size() + source_.strings.size() +
                         source_.backticks.size() + 16);
    TreeWalk all;
    tree_walk_begin(&all, root);
    walk(all);
    tree_walk_end(&all);
  }

  using Record = Tree::Record;

  // An open node of ours, and what to do with its children.
  enum class Role : std::uint8_t { kPlain, kPrint, kExec, kRepr };
  struct Open {
    std::uint32_t index;  // of our node; that of its owner for a node that is spliced away
    Role role;
  };

  void walk(TreeWalk& all) {
    while (true) {
      if (enter(all.node) && tree_walk_down(&all)) continue;
      leave();
      while (!tree_walk_next(&all)) {
        if (!tree_walk_up(&all)) return;
        leave();
      }
    }
  }

  Record& record(std::uint32_t index) { return tree_.nodes_[index]; }

  std::uint32_t add(Kind kind, Field field, std::uint32_t start, std::uint32_t end) {
    const auto index = static_cast<std::uint32_t>(tree_.nodes_.size());
    tree_.nodes_.push_back({kind, field, start, end, open_.empty() ? 0 : open_.back().index, index + 1});
    return index;
  }

  static bool take(const std::vector<std::uint32_t>& offsets, std::size_t& next, std::uint32_t start) {
    while (next < offsets.size() && offsets[next] < start) ++next;
    return next < offsets.size() && offsets[next] == start;
  }

  void note_error(std::uint32_t start) { tree_.error_offset_ = std::min(tree_.error_offset_, start); }

  // Makes our node for one of tree-sitter's. False: its children are of no interest.
  bool enter(const TreeWalkNode& node) {
    const std::uint32_t first = node.start_byte;
    const std::uint32_t last = node.end_byte;
    std::uint32_t start = condensed_.start(first);
    std::uint32_t end = first == last ? start : condensed_.end(last);
    const Kind kind = in_source(grammar_.kind(node.symbol), start);
    const Field field = grammar_.fields[node.field];
    if (kind == Kind::kError || node.is_missing) note_error(start);
    if (!open_.empty() && open_.back().role == Role::kPrint) emit_chevron(open_.back().index);

    switch (kind) {
      case Kind::kIdentifier:
        if (condensed_.is_folded(first, last)) return unfold(field, start, end);
        break;
      case Kind::kInteger:
        if (condensed_.is_folded(first, last)) return unfold(field, start, end);
        if (is_literal(start)) return literal_group(field);
        break;
      case Kind::kEllipsis:
        if (const ByteRange* written = starting_at(source_.ellipses, start)) end = written->end;
        break;
      case Kind::kKeywordArgument:
        start = with_bracket(start);
        break;
      case Kind::kDeleteStatement:
        if (take(source_.execs, next_exec_, start)) return open(Kind::kExecStatement, field, start, end, Role::kExec);
        break;
      case Kind::kYield:
        if (take(source_.prints, next_print_, start)) return turn_into_print(end);
        break;
      case Kind::kParenthesizedExpression:
      case Kind::kTuple:
      case Kind::kList:
        if (take(source_.backticks, next_backtick_, start))
          return open(Kind::kReprExpression, field, start, end, Role::kRepr);
        break;
      case Kind::kString:
        return literal(node, start, end, field);
      default:
        break;
    }
    if (!open_.empty()) {
      const Open owner = open_.back();
      if (owner.role == Role::kPrint) return print_part(kind, start, end);
      if (owner.role == Role::kExec) return exec_part(kind, start, end);
      if (owner.role == Role::kRepr) return repr_part(kind, start, end);
    }
    return open(kind, field, start, end, Role::kPlain);
  }

  // The overlay has & and ^ exchanged.
  Kind in_source(Kind kind, std::uint32_t start) const {
    switch (kind) {
      case Kind::kTokenAmpersand:
      case Kind::kTokenCaret:
        return source_.text[start] == '&' ? Kind::kTokenAmpersand : Kind::kTokenCaret;
      case Kind::kTokenAmpersandEqual:
      case Kind::kTokenCaretEqual:
        return source_.text[start] == '&' ? Kind::kTokenAmpersandEqual : Kind::kTokenCaretEqual;
      default:
        return kind;
    }
  }

  static std::vector<ByteRange>::const_iterator first_from(const std::vector<ByteRange>& ranges, std::uint32_t start) {
    return std::lower_bound(ranges.begin(), ranges.end(), start,
                            [](const ByteRange& range, std::uint32_t at) { return range.start < at; });
  }
  static const ByteRange* starting_at(const std::vector<ByteRange>& ranges, std::uint32_t start) {
    const auto at = first_from(ranges, start);
    return at == ranges.end() || at->start != start ? nullptr : &*at;
  }
  // `f((a)=1)`: where the parentheses of a name begin.
  std::uint32_t with_bracket(std::uint32_t name) const {
    const auto after = first_from(source_.bracketed_names, name);
    const bool is_inside = after != source_.bracketed_names.begin() && name < std::prev(after)->end;
    return is_inside ? std::prev(after)->start : name;
  }

  bool open(Kind kind, Field field, std::uint32_t start, std::uint32_t end, Role role) {
    if (!open_.empty() && field == Field::kNone) field = part_in(open_.back(), kind);
    open_.push_back({add(kind, field, start, end), role});
    return !is_leaf(kind);
  }
  static bool is_leaf(Kind kind) {
    return kind == Kind::kIdentifier || (is_token(kind) && kind != Kind::kTokenNotIn && kind != Kind::kTokenIsNot);
  }
  // The field that a part of a Python 2 statement gets.
  Field part_in(const Open& owner, Kind kind) {
    if (is_token(kind)) return Field::kNone;
    switch (owner.role) {
      case Role::kPrint: {
        if (chevron_print_ != owner.index) return Field::kArgument;
        chevron_print_ = kNoNode;
        return Field::kTarget;
      }
      case Role::kExec: {
        if (exec_parts_ == 0) return ++exec_parts_, Field::kCode;
        return exec_parts_++ == 1 ? Field::kGlobals : Field::kLocals;
      }
      case Role::kRepr:
        return Field::kArgument;
      default:
        return Field::kNone;
    }
  }

  bool leaf(Kind kind, Field field, std::uint32_t start, std::uint32_t end) {
    open(kind, field, start, end, Role::kPlain);
    return false;
  }

  // An expression that is one token in the condensed text. Its nodes stand behind those below them; here they come
  // before. From the last on, each gives those below it their places.
  bool unfold(Field field, std::uint32_t start, std::uint32_t end) {
    while (condensed_.folded()[next_folded_].start < start) ++next_folded_;
    const FoldedNode* last = &condensed_.nodes()[condensed_.folded()[next_folded_].nodes_end - 1];
    const bool is_part = !open_.empty() && open_.back().role != Role::kPlain;
    open(last->kind, is_part ? Field::kNone : field, start, end, Role::kPlain);
    const std::uint32_t size = last->size;
    const FoldedNode* nodes = last + 1 - size;
    const std::uint32_t whole = open_.back().index;
    tree_.nodes_.resize(whole + size);
    places_.resize(size);
    places_[size - 1] = whole;
    for (std::uint32_t i = size; i-- > 0;) {
      const FoldedNode& node = nodes[i];
      const std::uint32_t place = places_[i];
      Record& made = record(place);
      if (i + 1 < size) made = {node.kind, node.field, node.start, node.end, made.parent, place + node.size};
      std::uint32_t next = place + node.size;
      for (std::uint32_t child = i; child + node.size > i + 1; child -= nodes[child - 1].size) {
        next -= nodes[child - 1].size;
        places_[child - 1] = next;
        record(next).parent = place;
      }
    }
    return false;
  }

  // Here numbers stand for literals.
  bool is_literal(std::uint32_t start) {
    const auto& strings = source_.strings;
    while (next_string_ < strings.size() && strings[next_string_].range.end <= start) ++next_string_;
    return next_string_ < strings.size() && strings[next_string_].range.start == start;
  }

  // The literals, side by side, that are one token in the condensed text.
  bool literal_group(Field field) {
    const auto& strings = source_.strings;
    std::size_t last = next_string_;
    while (last + 1 < strings.size() && strings[last + 1].joined) ++last;
    if (last == next_string_) return leaf(Kind::kString, field, strings[last].range.start, strings[last].range.end);
    open(Kind::kConcatenatedString, field, strings[next_string_].range.start, strings[last].range.end, Role::kPlain);
    const std::uint32_t owner = open_.back().index;
    for (std::size_t i = next_string_; i <= last; ++i)
      add(Kind::kString, Field::kNone, strings[i].range.start, strings[i].range.end);
    record(owner).subtree_end = static_cast<std::uint32_t>(tree_.nodes_.size());
    return false;
  }

  // A literal that is one there as well: an empty one; an f-string, or one in a group with an f-string.
  bool literal(const TreeWalkNode& node, std::uint32_t start, std::uint32_t end, Field field) {
    const auto& strings = source_.strings;
    while (next_string_ < strings.size() && strings[next_string_].range.end <= start) ++next_string_;
    const bool in_group = !open_.empty() && record(open_.back().index).kind == Kind::kConcatenatedString;
    // In the field of an f-string, it is none of the source's.
    const bool is_own = next_string_ < strings.size() && strings[next_string_].range.start <= start;
    if (!in_group && is_own && !strings[next_string_].formatted) return literal_group(field);
    open(Kind::kString, field, start, end, Role::kPlain);
    return node.named_child_count > 0 && source_.text.substr(start, 3).find_first_of("fFtT") != std::string_view::npos;
  }

  // expression_statement(yield …): the statement itself becomes the print statement, the yield is spliced away.
  bool turn_into_print(std::uint32_t end) {
    if (open_.empty() || record(open_.back().index).kind != Kind::kExpressionStatement) {
      note_error(end);
      return open(Kind::kError, Field::kNone, end, end, Role::kPlain);
    }
    open_.back().role = Role::kPrint;
    record(open_.back().index).kind = Kind::kPrintStatement;
    // The yield's children are entered with the statement as their owner.
    open_.push_back(open_.back());
    return true;
  }

  bool print_part(Kind kind, std::uint32_t start, std::uint32_t end) {
    const std::uint32_t owner = open_.back().index;
    if (kind == Kind::kTokenYield) {
      leaf(Kind::kTokenPrint, Field::kNone, start, end);
      chevron_after_ = chevron_at(end);
      return false;
    }
    if (kind == Kind::kExpressionList) {
      open_.push_back({owner, Role::kPrint});
      return true;
    }
    return open(kind, Field::kNone, start, end, Role::kPlain);
  }

  ByteRange chevron_at(std::uint32_t print_end) {
    const auto& chevrons = source_.chevrons;
    while (next_chevron_ < chevrons.size() && chevrons[next_chevron_].start < print_end) ++next_chevron_;
    if (next_chevron_ == chevrons.size()) return {};
    const ByteRange range = chevrons[next_chevron_];
    // Only blanks, or a joined line, lie between.
    const std::string_view overlay = std::string_view(source_.overlay).substr(print_end, range.start - print_end);
    return overlay.find_first_not_of(' ') == std::string_view::npos ? range : ByteRange{};
  }
  void emit_chevron(std::uint32_t owner) {
    if (chevron_after_.end == 0) return;
    add(Kind::kTokenRightShift, Field::kNone, chevron_after_.start, chevron_after_.end);
    chevron_print_ = owner;
    chevron_after_ = {};
  }

  bool exec_part(Kind kind, std::uint32_t start, std::uint32_t end) {
    if (kind == Kind::kTokenDel) {
      exec_parts_ = 0;
      return leaf(Kind::kTokenExec, Field::kNone, start, start + 4);
    }
    if (kind == Kind::kExpressionList) {
      open_.push_back({open_.back().index, Role::kExec});
      return true;
    }
    if (kind == Kind::kTokenComma && take(source_.exec_ins, next_exec_in_, start))
      return leaf(Kind::kTokenIn, Field::kNone, start, end + 1);
    return open(kind, Field::kNone, start, end, Role::kPlain);
  }

  bool repr_part(Kind kind, std::uint32_t start, std::uint32_t end) {
    const Record& owner = record(open_.back().index);
    if (start == owner.start || end == owner.end) return leaf(Kind::kTokenBacktick, Field::kNone, start, end);
    return open(kind, Field::kNone, start, end, Role::kPlain);
  }

  void leave() {
    const Open closed = open_.back();
    open_.pop_back();
    if (!open_.empty() && open_.back().index == closed.index) return;  // a spliced node: its owner is still open
    const auto next = static_cast<std::uint32_t>(tree_.nodes_.size());
    Record& node = record(closed.index);
    node.subtree_end = next;
    if (node.kind == Kind::kReprExpression) wrap_repr_list(closed.index);
    if (closed.index == 0) return;
    // A literal may be a byte longer, at each end, than the word that stood for it.
    Record& parent = record(record(closed.index).parent);
    parent.start = std::min(parent.start, record(closed.index).start);
    parent.end = std::max(parent.end, record(closed.index).end);
  }

  // `x, y` in backticks is one tuple: an expression_list gets in between.
  void wrap_repr_list(std::uint32_t repr) {
    const std::uint32_t end = record(repr).subtree_end;
    const std::uint32_t first = repr + 2;  // after the backtick
    const std::uint32_t last = end - 1;    // the closing one
    if (first >= last || record(first).subtree_end == last) return;
    const Record list{
        Kind::kExpressionList, Field::kArgument, record(first).start, record(last - 1).end, repr, last + 1};
    tree_.nodes_.insert(tree_.nodes_.begin() + first, list);
    for (std::uint32_t i = first + 1; i <= end; ++i) {
      Record& moved = record(i);
      if (moved.parent == repr && i != end) {
        moved.parent = first;
        moved.field = Field::kNone;
      } else if (moved.parent >= first) {
        ++moved.parent;
      }
      ++moved.subtree_end;
    }
    record(repr).subtree_end = end + 1;
  }

  const Grammar& grammar_ = grammar();
  const LexedSource& source_;
  const Condensed& condensed_;
  Tree& tree_;
  std::vector<Open> open_;
  std::size_t next_string_ = 0;
  std::size_t next_folded_ = 0;
  std::vector<std::uint32_t> places_;  // of folded nodes
  std::size_t next_print_ = 0;
  std::size_t next_exec_ = 0;
  std::size_t next_exec_in_ = 0;
  std::size_t next_backtick_ = 0;
  std::size_t next_chevron_ = 0;
  ByteRange chevron_after_;
  std::uint32_t chevron_print_ = kNoNode;
  int exec_parts_ = 0;
};

Tree TreeBuilder::make(const LexedSource& source, Condensed::Fold fold) {
  Tree tree;
  tree.text_ = source.text;
  tree.source_ = &source;
  auto parsed = std::make_unique<Condensed>(source, fold);
  const Condensed& condensed = *parsed;
  const Parse parse(condensed.text());
  const TSNode root = parse.root();
  TreeBuilder(source, condensed, tree).build(root);
  // A token that is missing may be one without a name, such as a newline: the walk does not come by it.
  if (ts_node_has_error(root) && !tree.has_error()) {
    tree.error_offset_ = condensed.start(first_error(root, condensed.text()));
  }
  // The grammar's root begins at the first statement.
  tree.nodes_[0].start = 0;
  tree.nodes_[0].end = static_cast<std::uint32_t>(source.text.size());
  parsed->drop_nodes();
  tree.parsed_ = std::move(parsed);
  return tree;
}

Tree Tree::parse(const LexedSource& source) {
  Tree tree = TreeBuilder::make(source, Condensed::Fold::kAll);
  // Where the error is shows where less is folded.
  return tree.has_error() ? TreeBuilder::make(source, Condensed::Fold::kAttributes) : std::move(tree);
}

Tree::Tree() = default;
Tree::Tree(Tree&&) noexcept = default;
Tree& Tree::operator=(Tree&&) noexcept = default;
Tree::~Tree() = default;

const std::vector<ByteRange>& Tree::comments() const { return source_->comments; }

std::vector<ByteRange> Tree::comments_in(ByteRange range) const {
  const auto& all = comments();
  auto first = std::lower_bound(all.begin(), all.end(), range.start,
                                [](const ByteRange& comment, std::uint32_t start) { return comment.start < start; });
  auto last = first;
  while (last != all.end() && last->end <= range.end) ++last;
  return {first, last};
}

Node Tree::node_at(ByteRange range) const {
  Node best = root();
  while (const Node child = child_that_covers(best, range)) best = child;
  return best;
}

Node Tree::child_that_covers(Node parent, ByteRange range) const {
  if (range.start == range.end) {
    for (Node child = parent.first_child(); child && child.start() <= range.start; child = child.next())
      if (range.end <= child.end()) return child;
    return {};
  }
  const auto first = nodes_.begin() + parent.index() + 1;
  const auto after = std::upper_bound(first, nodes_.begin() + parent.subtree_end(), range.start,
                                      [](std::uint32_t start, const Record& it) { return start < it.start; });
  if (after == first) return {};
  const Node child = node(child_towards(parent.index(), static_cast<std::uint32_t>(after - nodes_.begin()) - 1));
  return range.end <= child.end() ? child : Node();
}

Node Node::child(Field field) const {
  for (Node child : children())
    if (child.field() == field) return child;
  return {};
}

Node Node::child(Kind kind) const {
  for (Node child : children())
    if (child.kind() == kind) return child;
  return {};
}

Node Node::child(std::size_t position) const {
  for (Node child : children())
    if (position-- == 0) return child;
  return {};
}

Node Node::named_child(std::size_t position) const {
  for (Node child : children())
    if (child.is_named() && position-- == 0) return child;
  return {};
}

Node Node::last_child() const {
  if (tree_ == nullptr || index_ + 1 >= subtree_end()) return {};
  // The last node below this one lies in its last child.
  return {tree_, tree_->child_towards(index_, subtree_end() - 1)};
}

Node Node::previous() const {
  if (tree_ == nullptr || index_ == 0) return {};
  const std::uint32_t parent = tree_->nodes_[index_].parent;
  return parent + 1 == index_ ? Node() : Node(tree_, tree_->child_towards(parent, index_ - 1));
}

// The child that a node below `parent` lies in.
std::uint32_t Tree::child_towards(std::uint32_t parent, std::uint32_t index) const {
  std::uint32_t child = index;
  for (int steps = 0; nodes_[child].parent != parent; child = nodes_[child].parent) {
    if (++steps < kManySteps) continue;
    // Deep, so hardly wide as well.
    child = parent + 1;
    while (nodes_[child].subtree_end <= index) child = nodes_[child].subtree_end;
    return child;
  }
  return child;
}

std::size_t Node::child_count() const {
  std::size_t count = 0;
  for ([[maybe_unused]] Node child : children()) ++count;
  return count;
}

std::size_t Node::named_child_count() const {
  std::size_t count = 0;
  for (Node child : children()) count += child.is_named() ? 1 : 0;
  return count;
}

std::vector<Node> Node::named_children() const {
  std::vector<Node> named;
  for (Node child : children())
    if (child.is_named()) named.push_back(child);
  return named;
}

template <typename Is>
Node Tree::nearest(NearestOf what, std::uint32_t index, Is is) const {
  std::vector<Nearest>& table = nearest_[what];
  if (table.empty()) {
    table.push_back({0, kNoNode});
    std::vector<std::uint32_t> open;
    const auto close = [&](std::uint32_t at) {
      while (!open.empty() && nodes_[open.back()].subtree_end <= at) {
        const std::uint32_t end = nodes_[open.back()].subtree_end;
        open.pop_back();
        table.push_back({end, open.empty() ? kNoNode : open.back()});
      }
    };
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      close(i);
      if (!is(node(i))) continue;
      table.push_back({i, i});
      open.push_back(i);
    }
  }
  const auto after = std::upper_bound(table.begin(), table.end(), index,
                                      [](std::uint32_t value, const Nearest& it) { return value < it.first; });
  const std::uint32_t found = std::prev(after)->node;
  return found == kNoNode ? Node() : node(found);
}

Node Node::ancestor(Kind kind) const {
  Node at = parent();
  for (int steps = 0; at && !at.is(kind); at = at.parent())
    if (++steps == kManySteps)
      return tree_->nearest({nullptr, kind}, at.index(), [kind](Node node) { return node.is(kind); });
  return at;
}

Node Node::nearest(bool (*is)(Node)) const {
  Node at = *this;
  for (int steps = 0; at && !is(at); at = at.parent())
    if (++steps == kManySteps) return tree_->nearest({is, Kind::kNone}, at.index(), is);
  return at;
}

}  // namespace py3k::engine
