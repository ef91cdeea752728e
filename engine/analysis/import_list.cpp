#include "engine/analysis/import_list.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "engine/analysis/implicit_imports.h"
#include "engine/dialect/dialect.h"
#include "engine/dialect/lexer.h"
#include "engine/source/source_text.h"
#include "engine/syntax/tree.h"

namespace py3k::engine {
namespace {

// What a part of an import names, its alias aside.
std::string imported_text(Node part) {
  if (part.is(Kind::kAliasedImport)) part = part.child(Kind::kDottedName);
  return part.is(Kind::kDottedName) ? dotted_text(part) : "";
}

// `from .a import b`: the dots and what follows them.
ImportedName source_of(Node module) {
  if (module.is(Kind::kDottedName)) return {0, dotted_text(module), ""};
  const std::string_view text = module.child(Kind::kImportPrefix).text();
  const auto level = static_cast<unsigned>(std::count(text.begin(), text.end(), '.'));
  const Node path = module.child(Kind::kDottedName);
  return {level, path ? dotted_text(path) : "", ""};
}

void add_import(Node statement, ImportList& list) {
  for (Node part : statement.children()) {
    std::string module = imported_text(part);
    if (!module.empty()) list.names.push_back({0, std::move(module), ""});
  }
}

void add_import_from(Node statement, ImportList& list) {
  const Node module = statement.child(Field::kModuleName);
  const ImportedName source = source_of(module);
  for (Node part : statement.children()) {
    if (part == module) continue;
    std::string name = part.is(Kind::kWildcardImport) ? "*" : imported_text(part);
    if (!name.empty()) list.names.push_back({source.level, source.module, std::move(name)});
  }
}

void add_future(Node statement, ImportList& list) {
  for (Node part : statement.children()) {
    if (imported_text(part) == "absolute_import") list.is_absolute = true;
  }
}

}  // namespace

ImportList imports_of(std::string bytes) {
  ImportList list;
  const auto source = read_source(std::move(bytes));
  if (!source) return list;
  LexedSource lexed = lex(source->text, {.language = Language::kPython2});
  list.is_absolute = dialect_by_syntax(lexed.evidence) == Dialect::kPython3;
  if (list.is_absolute) lexed = lex(source->text, {.language = Language::kPython3});
  const Tree tree = Tree::parse(lexed);
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    const Node node = tree.node(i);
    if (node.is(Kind::kFunctionDefinition)) i = node.subtree_end() - 1;
    if (node.is(Kind::kImportStatement)) add_import(node, list);
    if (node.is(Kind::kImportFromStatement)) add_import_from(node, list);
    if (node.is(Kind::kFutureImportStatement)) add_future(node, list);
  }
  return list;
}

}  // namespace py3k::engine
