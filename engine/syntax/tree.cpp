#include "engine/syntax/tree.h"

#include <tree_sitter/api.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "engine/dialect/lexer.h"
#include "engine/rewrite/edit.h"

extern "C" const TSLanguage* tree_sitter_python();

namespace py3k::engine {

namespace {

constexpr std::string_view kKindNames[] = {
    "",
    "ERROR",
    "unknown",
#define PY3K_KIND(name, text) text,
    PY3K_NAMED_KINDS(PY3K_KIND)
#undef PY3K_KIND
        "",
#define PY3K_KIND(name, text) text,
    PY3K_TOKEN_KINDS(PY3K_KIND)
#undef PY3K_KIND
};
static_assert(std::size(kKindNames) == static_cast<std::size_t>(Kind::kCount));

constexpr std::string_view kFieldNames[] = {
    "",
#define PY3K_FIELD(name, text) text,
    PY3K_FIELDS(PY3K_FIELD)
#undef PY3K_FIELD
};

// The grammar's symbols and fields, translated once.
struct Grammar {
  const TSLanguage* language = tree_sitter_python();
  std::vector<Kind> kinds;
  std::vector<Field> fields;

  Grammar() {
    std::unordered_map<std::string_view, Kind> named;
    std::unordered_map<std::string_view, Kind> tokens;
    for (std::size_t i = 1; i < std::size(kKindNames); ++i)
      (is_token(static_cast<Kind>(i)) ? tokens : named).emplace(kKindNames[i], static_cast<Kind>(i));
    const std::uint32_t count = ts_language_symbol_count(language);
    for (std::uint32_t symbol = 0; symbol < count; ++symbol) {
      const auto& table =
          ts_language_symbol_type(language, static_cast<TSSymbol>(symbol)) == TSSymbolTypeAnonymous ? tokens : named;
      const auto found = table.find(ts_language_symbol_name(language, static_cast<TSSymbol>(symbol)));
      kinds.push_back(found == table.end() ? Kind::kUnknown : found->second);
    }
    std::unordered_map<std::string_view, Field> by_name;
    for (std::size_t i = 1; i < std::size(kFieldNames); ++i) by_name.emplace(kFieldNames[i], static_cast<Field>(i));
    fields.push_back(Field::kNone);
    for (std::uint32_t id = 1; id <= ts_language_field_count(language); ++id) {
      const auto found = by_name.find(ts_language_field_name_for_id(language, static_cast<TSFieldId>(id)));
      fields.push_back(found == by_name.end() ? Field::kNone : found->second);
    }
  }
  Kind kind(TSSymbol symbol) const { return symbol < kinds.size() ? kinds[symbol] : Kind::kError; }
};

const Grammar& grammar() {
  static const Grammar instance;
  return instance;
}

struct ParserDeleter {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};

// Making a parser is dear, and none may be shared: one a thread.
TSParser* thread_parser() {
  thread_local const std::unique_ptr<TSParser, ParserDeleter> parser = [] {
    std::unique_ptr<TSParser, ParserDeleter> made(ts_parser_new());
    ts_parser_set_language(made.get(), grammar().language);
    return made;
  }();
  ts_parser_reset(parser.get());
  return parser.get();
}

}  // namespace

std::string_view kind_name(Kind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

// Copies tree-sitter's tree into ours, putting back what the overlay hid.
class TreeBuilder {
 public:
  TreeBuilder(const LexedSource& source, Tree& tree) : source_(source), tree_(tree) {}

  void build(TSNode root) {
    tree_.nodes_.reserve(source_.text.size() / 3 + 16);
    TSTreeCursor cursor = ts_tree_cursor_new(root);
    walk(cursor);
    ts_tree_cursor_delete(&cursor);
    tree_.nodes_.shrink_to_fit();
  }

 private:
  using Record = Tree::Record;

  // An open node of ours, and what to do with its children.
  enum class Role : std::uint8_t { kPlain, kPrint, kExec, kRepr };
  struct Open {
    std::uint32_t index;  // of our node; that of its owner for a node that is spliced away
    Role role;
  };

  void walk(TSTreeCursor& cursor) {
    while (true) {
      if (enter(cursor) && ts_tree_cursor_goto_first_child(&cursor)) continue;
      leave();
      while (!ts_tree_cursor_goto_next_sibling(&cursor)) {
        if (!ts_tree_cursor_goto_parent(&cursor)) return;
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

  // Makes our node for the cursor's. False: its children are of no interest.
  bool enter(TSTreeCursor& cursor) {
    const TSNode node = ts_tree_cursor_current_node(&cursor);
    const std::uint32_t start = ts_node_start_byte(node);
    const std::uint32_t end = ts_node_end_byte(node);
    Kind kind = grammar().kind(ts_node_symbol(node));
    Field field = grammar().fields[ts_tree_cursor_current_field_id(&cursor)];
    if (kind == Kind::kError || ts_node_is_missing(node)) note_error(start);
    if (!open_.empty() && open_.back().role == Role::kPrint) emit_chevron(open_.back().index);

    switch (kind) {
      case Kind::kIdentifier: return identifier(start, end, field);
      case Kind::kDeleteStatement:
        if (take(source_.execs, next_exec_, start)) return open(Kind::kExecStatement, field, start, end, Role::kExec);
        break;
      case Kind::kYield:
        if (take(source_.prints, next_print_, start)) return turn_into_print(end);
        break;
      case Kind::kParenthesizedExpression:
      case Kind::kTuple:
        if (take(source_.backticks, next_backtick_, start)) return open(Kind::kReprExpression, field, start, end, Role::kRepr);
        break;
      case Kind::kString: return literal(node, start, end, field);
      default: break;
    }
    if (!open_.empty()) {
      const Open owner = open_.back();
      if (owner.role == Role::kPrint) return print_part(kind, start, end);
      if (owner.role == Role::kExec) return exec_part(kind, start, end);
      if (owner.role == Role::kRepr) return repr_part(kind, start, end);
    }
    return open(kind, field, start, end, Role::kPlain);
  }

  bool open(Kind kind, Field field, std::uint32_t start, std::uint32_t end, Role role) {
    if (!open_.empty() && field == Field::kNone) field = part_in(open_.back(), kind);
    open_.push_back({add(kind, field, start, end), role});
    return true;
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
      case Role::kRepr: return Field::kArgument;
      default: return Field::kNone;
    }
  }

  bool leaf(Kind kind, Field field, std::uint32_t start, std::uint32_t end) {
    open(kind, field, start, end, Role::kPlain);
    return false;
  }

  bool identifier(std::uint32_t start, std::uint32_t end, Field field) {
    // Here the overlay's words stand for literals; the literal starts at most one byte before the word.
    const auto& strings = source_.strings;
    while (next_string_ < strings.size() && strings[next_string_].range.end <= start) ++next_string_;
    if (next_string_ == strings.size() || strings[next_string_].range.start > start || strings[next_string_].formatted) {
      return leaf(Kind::kIdentifier, field, start, end);
    }
    return literal_group(field);
  }

  // The literals, side by side, that are one token in the overlay.
  bool literal_group(Field field) {
    const auto& strings = source_.strings;
    std::size_t last = next_string_;
    while (last + 1 < strings.size() && strings[last + 1].joined) ++last;
    if (last == next_string_) return leaf(Kind::kString, field, strings[last].range.start, strings[last].range.end);
    open(Kind::kConcatenatedString, field, strings[next_string_].range.start, strings[last].range.end, Role::kPlain);
    const std::uint32_t owner = open_.back().index;
    for (std::size_t i = next_string_; i <= last; ++i) add(Kind::kString, Field::kNone, strings[i].range.start, strings[i].range.end);
    record(owner).subtree_end = static_cast<std::uint32_t>(tree_.nodes_.size());
    return false;
  }

  // A literal that is one in the overlay as well: a long one; an f-string, or one in a group with an f-string.
  bool literal(TSNode node, std::uint32_t start, std::uint32_t end, Field field) {
    const auto& strings = source_.strings;
    while (next_string_ < strings.size() && strings[next_string_].range.end <= start) ++next_string_;
    const bool in_group = !open_.empty() && record(open_.back().index).kind == Kind::kConcatenatedString;
    if (!in_group && next_string_ < strings.size() && !strings[next_string_].formatted) return literal_group(field);
    open(Kind::kString, field, start, end, Role::kPlain);
    return ts_node_named_child_count(node) > 0 && source_.text.substr(start, 3).find_first_of("fFtT") != std::string_view::npos;
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
    const Record list{Kind::kExpressionList, Field::kArgument, record(first).start, record(last - 1).end, repr, last + 1};
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

  static constexpr std::uint32_t kNoNode = 0xFFFFFFFF;

  const LexedSource& source_;
  Tree& tree_;
  std::vector<Open> open_;
  std::size_t next_string_ = 0;
  std::size_t next_print_ = 0;
  std::size_t next_exec_ = 0;
  std::size_t next_exec_in_ = 0;
  std::size_t next_backtick_ = 0;
  std::size_t next_chevron_ = 0;
  ByteRange chevron_after_;
  std::uint32_t chevron_print_ = kNoNode;
  int exec_parts_ = 0;
};

namespace {

// We tell tree-sitter of bytes only; its rows and columns are never asked for.
TSInputEdit input_edit(std::uint32_t start, std::uint32_t old_end, std::uint32_t new_end) {
  return {start, old_end, new_end, {0, start}, {0, old_end}, {0, new_end}};
}

// Where a newline is missing between two statements, as in `a b`: the grammar's newlines are no nodes, so that the error is
// in none either.
std::optional<std::uint32_t> missing_newline(TSNode block, std::string_view overlay) {
  std::optional<std::uint32_t> found;
  std::optional<std::uint32_t> end;  // of the statement before
  TSTreeCursor cursor = ts_tree_cursor_new(block);
  for (bool more = ts_tree_cursor_goto_first_child(&cursor); more && !found; more = ts_tree_cursor_goto_next_sibling(&cursor)) {
    const TSNode child = ts_tree_cursor_current_node(&cursor);
    const std::uint32_t start = ts_node_start_byte(child);
    const bool is_statement = ts_node_is_named(child);
    if (end && is_statement && overlay.substr(*end, start - *end).find('\n') == std::string_view::npos) found = start;
    end = is_statement ? std::optional(ts_node_end_byte(child)) : std::nullopt;
  }
  ts_tree_cursor_delete(&cursor);
  return found;
}

std::uint32_t first_error(TSNode root, std::string_view overlay) {
  TSNode node = root;
  for (bool deeper = true; deeper;) {
    deeper = false;
    if (ts_node_is_error(node) || ts_node_is_missing(node)) break;
    for (std::uint32_t i = 0; i < ts_node_child_count(node) && !deeper; ++i) {
      const TSNode child = ts_node_child(node, i);
      if (!ts_node_has_error(child) && !ts_node_is_missing(child)) continue;
      node = child;
      deeper = true;
    }
  }
  const Kind kind = grammar().kind(ts_node_symbol(node));
  const auto newline = kind == Kind::kModule || kind == Kind::kBlock ? missing_newline(node, overlay) : std::nullopt;
  return newline.value_or(ts_node_start_byte(node));
}

}  // namespace

Tree Tree::parse(const LexedSource& source) {
  Tree tree;
  tree.text_ = source.text;
  tree.source_ = &source;
  TSParser* parser = thread_parser();
  TSTree* parsed = ts_parser_parse_string(parser, nullptr, source.overlay.data(), static_cast<std::uint32_t>(source.overlay.size()));
  const TSNode root = ts_tree_root_node(parsed);
  TreeBuilder(source, tree).build(root);
  // A token that is missing may be one without a name, such as a newline: the cursor does not come by it.
  if (ts_node_has_error(root) && !tree.has_error()) tree.error_offset_ = first_error(root, source.overlay);
  tree.parsed_.reset(parsed);
  // The grammar's root begins at the first statement.
  tree.nodes_[0].start = 0;
  tree.nodes_[0].end = static_cast<std::uint32_t>(source.text.size());
  return tree;
}

void Tree::ParsedDeleter::operator()(void* parsed) const { ts_tree_delete(static_cast<TSTree*>(parsed)); }

namespace {

// The unformatted literal that a range lies in; null where there is none.
const StringToken* literal_around(const LexedSource& source, ByteRange range) {
  const auto& strings = source.strings;
  const auto after = std::upper_bound(strings.begin(), strings.end(), range.start,
                                      [](std::uint32_t offset, const StringToken& token) { return offset < token.range.start; });
  if (after == strings.begin()) return nullptr;
  const StringToken& token = *(after - 1);
  return range.end <= token.range.end && range.start < token.range.end && !token.formatted ? &token : nullptr;
}

bool is_word_char(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

// Is the range of an overlay one whole name?
bool is_name(std::string_view overlay, ByteRange range) {
  if (range.start == range.end) return false;
  if (range.start > 0 && is_word_char(overlay[range.start - 1])) return false;
  if (range.end < overlay.size() && (is_word_char(overlay[range.end]) || overlay[range.end] == '"')) return false;
  const std::string_view word = overlay.substr(range.start, range.end - range.start);
  return (word[0] < '0' || word[0] > '9') && std::all_of(word.begin(), word.end(), is_word_char) && !is_keyword(word);
}

// The text to parse for error_after(): the overlay of the original, changed only where that may matter to the grammar. Which
// name stands in a place, or what a literal holds, does not; most edits are of that kind.
class EditedOverlay {
 public:
  EditedOverlay(const LexedSource& before, const LexedSource& after) : before_(before), after_(after) {
    text_.reserve(before.overlay.size() + before.overlay.size() / 16);
  }

  void apply(const std::vector<Edit>& edits) {
    for (const Edit& edit : edits) {
      keep(edit.range.start - old_at_);
      const ByteRange range{new_at_, new_at_ + static_cast<std::uint32_t>(edit.text.size())};
      if (preserves_token(edit.range, range)) {
        text_.append(before_.overlay, edit.range.start, edit.range.end - edit.range.start);
        old_at_ = edit.range.end;
        new_at_ = range.end;
      } else {
        replace(edit.range.end - edit.range.start, range.end - range.start);
      }
    }
    keep(static_cast<std::uint32_t>(before_.overlay.size()) - old_at_);
  }

  const std::vector<TSInputEdit>& edits() const { return edits_; }
  const std::string& text() const { return text_; }
  // Where a place in text() is in the edited text; right for what was replaced and near it.
  std::uint32_t offset_after(std::uint32_t offset) const {
    std::uint32_t after = offset;
    for (const auto& [mine, theirs] : places_)
      if (mine <= offset) after = theirs + (offset - mine);
    return std::min(after, static_cast<std::uint32_t>(after_.text.size()));
  }

 private:
  // What no edit touched is the same, but for what the lexer makes of it in its new surroundings.
  void keep(std::uint32_t length) {
    const std::string_view old_text = std::string_view(before_.overlay).substr(old_at_, length);
    if (old_text == std::string_view(after_.overlay).substr(new_at_, length)) {
      text_.append(old_text);
      old_at_ += length;
      new_at_ += length;
      return;
    }
    for (const std::uint32_t end = old_at_ + length; old_at_ < end;) {
      const bool same = before_.overlay[old_at_] == after_.overlay[new_at_] ||
                        (literal_around(before_, {old_at_, old_at_ + 1}) != nullptr && literal_around(after_, {new_at_, new_at_ + 1}) != nullptr);
      if (!same) {
        replace(1, 1);
        continue;
      }
      text_ += before_.overlay[old_at_++];
      ++new_at_;
    }
  }

  void replace(std::uint32_t old_length, std::uint32_t new_length) {
    const auto at = static_cast<std::uint32_t>(text_.size());
    edits_.push_back(input_edit(at, at + old_length, at + new_length));
    text_.append(after_.overlay, new_at_, new_length);
    places_.emplace_back(at, new_at_);
    old_at_ += old_length;
    new_at_ += new_length;
    places_.emplace_back(static_cast<std::uint32_t>(text_.size()), new_at_);
  }

  bool preserves_token(ByteRange old_range, ByteRange new_range) const {
    const StringToken* old_literal = literal_around(before_, old_range);
    const StringToken* new_literal = literal_around(after_, new_range);
    if (old_literal != nullptr || new_literal != nullptr) {
      return old_literal != nullptr && new_literal != nullptr && old_literal->joined == new_literal->joined;
    }
    return is_name(before_.overlay, old_range) && is_name(after_.overlay, new_range);
  }

  const LexedSource& before_;
  const LexedSource& after_;
  std::string text_;
  std::vector<TSInputEdit> edits_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places_;
  std::uint32_t old_at_ = 0;
  std::uint32_t new_at_ = 0;
};

// The changed lines of an overlay, each made a statement of its own. In an overlay a logical line is one line, so as long as
// the lines that open, continue and close blocks stay what they are, the file is sound if these lines are.
class ChangedLines {
 public:
  // False: blocks may have changed, and the whole file has to be looked at.
  bool gather(std::string_view before, std::string_view after) {
    std::size_t old_at = 0;
    std::size_t new_at = 0;
    while (old_at < before.size() && new_at < after.size()) {
      const std::size_t old_end = std::min(before.find('\n', old_at), before.size());
      const std::size_t new_end = std::min(after.find('\n', new_at), after.size());
      const std::string_view old_line = before.substr(old_at, old_end - old_at);
      const std::string_view new_line = after.substr(new_at, new_end - new_at);
      if (old_line != new_line && !add(old_line, new_line, new_at)) return false;
      old_at = old_end + 1;
      new_at = new_end + 1;
    }
    return old_at >= before.size() && new_at >= after.size();
  }
  const std::string& text() const { return text_; }
  // Where a place in text() is in the overlay.
  std::uint32_t offset_in_overlay(std::uint32_t offset) const {
    std::uint32_t found = 0;
    for (const auto& [mine, theirs] : places_)
      if (mine <= offset) found = theirs + (offset - mine);
    return found;
  }

 private:
  static constexpr std::string_view kBlank = " \t\f\r";

  static bool opens_or_continues(std::string_view word) {
    constexpr std::string_view kWords[] = {"async", "class", "def", "elif", "else",  "except", "finally", "for", "if",
                                           "case",  "match", "try", "while", "with"};
    return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
  }
  static std::string_view first_word(std::string_view line) {
    std::size_t end = 0;
    while (end < line.size() && is_word_char(line[end])) ++end;
    return line.substr(0, std::max<std::size_t>(end, line.empty() ? 0 : 1));
  }

  bool add(std::string_view old_line, std::string_view new_line, std::size_t new_at) {
    const std::size_t old_indent = std::min(old_line.find_first_not_of(kBlank), old_line.size());
    const std::size_t new_indent = std::min(new_line.find_first_not_of(kBlank), new_line.size());
    if (old_line.substr(0, old_indent) != new_line.substr(0, new_indent)) return false;
    old_line.remove_prefix(old_indent);
    new_line.remove_prefix(new_indent);
    while (!old_line.empty() && kBlank.find(old_line.back()) != std::string_view::npos) old_line.remove_suffix(1);
    while (!new_line.empty() && kBlank.find(new_line.back()) != std::string_view::npos) new_line.remove_suffix(1);
    if (old_line.empty() || new_line.empty()) return false;
    const std::string_view old_word = first_word(old_line);
    const std::string_view word = first_word(new_line);
    const bool block = opens_or_continues(word) || opens_or_continues(old_word);
    if (block && old_word != word) return false;
    if ((old_line.back() == ':') != (new_line.back() == ':') || word == "@" || old_word == "@" || word == "case") return false;
    if (word == "elif" || word == "else") text_ += "if x: pass\n";
    if (word == "except" || word == "finally") text_ += "try: pass\n";
    places_.emplace_back(static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(new_at + new_indent));
    text_ += new_line;
    if (new_line.back() == ':') text_ += " pass";
    if (word == "try") text_ += "\nfinally: pass";
    text_ += '\n';
    return true;
  }

  std::string text_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places_;
};

struct ParsedTree {
  explicit ParsedTree(TSTree* parsed) : tree(parsed) {}
  ~ParsedTree() { ts_tree_delete(tree); }
  ParsedTree(const ParsedTree&) = delete;
  ParsedTree& operator=(const ParsedTree&) = delete;
  TSTree* tree;
};

std::optional<std::uint32_t> error_in(const std::string& overlay, const TSTree* old_tree) {
  const ParsedTree parsed(ts_parser_parse_string(thread_parser(), old_tree, overlay.data(), static_cast<std::uint32_t>(overlay.size())));
  const TSNode root = ts_tree_root_node(parsed.tree);
  if (!ts_node_has_error(root)) return {};
  return first_error(root, overlay);
}

}  // namespace

std::optional<std::uint32_t> Tree::error_after(const std::vector<Edit>& edits, const LexedSource& edited) const {
  EditedOverlay overlay(*source_, edited);
  overlay.apply(edits);
  if (has_error()) return overlay.offset_after(error_offset_);
  if (overlay.edits().empty()) return {};
  ChangedLines lines;
  if (lines.gather(source_->overlay, overlay.text())) {
    const auto error = error_in(lines.text(), nullptr);
    if (!error) return {};
    return overlay.offset_after(lines.offset_in_overlay(*error));
  }
  const ParsedTree changed(ts_tree_copy(static_cast<TSTree*>(parsed_.get())));
  for (const TSInputEdit& edit : overlay.edits()) ts_tree_edit(changed.tree, &edit);
  const auto error = error_in(overlay.text(), changed.tree);
  if (!error) return {};
  return overlay.offset_after(*error);
}

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
  for (Node child = best.first_child(); child;) {
    if (child.start() <= range.start && range.end <= child.end()) {
      best = child;
      child = best.first_child();
    } else {
      child = child.start() > range.start ? Node() : child.next();
    }
  }
  return best;
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
  std::uint32_t index = subtree_end() - 1;
  while (tree_->nodes_[index].parent != index_) index = tree_->nodes_[index].parent;
  return {tree_, index};
}

Node Node::previous() const {
  if (tree_ == nullptr || index_ == 0) return {};
  const std::uint32_t parent = tree_->nodes_[index_].parent;
  if (parent + 1 == index_) return {};
  std::uint32_t index = index_ - 1;
  while (tree_->nodes_[index].parent != parent) index = tree_->nodes_[index].parent;
  return {tree_, index};
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

Node Node::ancestor(Kind kind) const {
  Node node = parent();
  while (node && !node.is(kind)) node = node.parent();
  return node;
}

}  // namespace py3k::engine
