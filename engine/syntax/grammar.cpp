#include "engine/syntax/grammar.h"

#include <iterator>
#include <optional>
#include <unordered_map>

extern "C" const TSLanguage* tree_sitter_python();

namespace py3k::engine {

namespace {

constexpr std::string_view kKindNames[] = {"", "ERROR", "unknown",
#define PY3K_KIND(name, text) text,
                                           PY3K_NAMED_KINDS(PY3K_KIND)
#undef PY3K_KIND
                                               "",
#define PY3K_KIND(name, text) text,
                                           PY3K_TOKEN_KINDS(PY3K_KIND)
#undef PY3K_KIND
};
static_assert(std::size(kKindNames) == static_cast<std::size_t>(Kind::kCount));

constexpr std::string_view kFieldNames[] = {"",
#define PY3K_FIELD(name, text) text,
                                            PY3K_FIELDS(PY3K_FIELD)
#undef PY3K_FIELD
};

// Where a newline is missing between two statements, as in `a b`: the grammar's newlines are no nodes, so that the
// error is in none either.
std::optional<std::uint32_t> missing_newline(TSNode block, std::string_view text) {
  std::optional<std::uint32_t> found;
  std::optional<std::uint32_t> end;  // of the statement before
  TSTreeCursor cursor = ts_tree_cursor_new(block);
  for (bool more = ts_tree_cursor_goto_first_child(&cursor); more && !found;
       more = ts_tree_cursor_goto_next_sibling(&cursor)) {
    const TSNode child = ts_tree_cursor_current_node(&cursor);
    const std::uint32_t start = ts_node_start_byte(child);
    const bool is_statement = ts_node_is_named(child);
    if (end && is_statement && text.substr(*end, start - *end).find('\n') == std::string_view::npos) found = start;
    end = is_statement ? std::optional(ts_node_end_byte(child)) : std::nullopt;
  }
  ts_tree_cursor_delete(&cursor);
  return found;
}

}  // namespace

std::string_view kind_name(Kind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

Grammar::Grammar() : language(tree_sitter_python()) {
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

const Grammar& grammar() {
  static const Grammar instance;
  return instance;
}

std::uint32_t first_error(TSNode root, std::string_view text) {
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
  const auto newline = kind == Kind::kModule || kind == Kind::kBlock ? missing_newline(node, text) : std::nullopt;
  return newline.value_or(ts_node_start_byte(node));
}

}  // namespace py3k::engine
