#include "engine/dialect/dialect.h"

#include <algorithm>
#include <unordered_set>

#include "engine/library/facts.h"
#include "engine/one_of.h"

namespace py3k::engine {

namespace {

// Methods that no class of Python 3 has.
constexpr std::string_view kMethods[] = {"has_key",   "iteritems",  "iterkeys",      "itervalues",  "viewitems",
                                         "viewkeys",  "viewvalues", "im_func",       "im_self",     "im_class",
                                         "func_name", "func_code",  "func_defaults", "func_globals"};
// Members of modules that Python 3 has not, and that nothing else is called.
constexpr std::string_view kMembers[] = {"maxint",  "getcwdu",      "izip",        "imap",
                                         "ifilter", "izip_longest", "ifilterfalse"};
// Names, of variables or attributes, by which a file shows that it runs under both.
constexpr std::string_view kGuards[] = {"PY2", "PY3", "version_info", "hexversion", "six"};

// Words of Python 2 that own names of Python 3 code hardly ever are.
constexpr std::string_view kTelling[] = {
    "xrange",   "raw_input",     "unichr",    "basestring", "iteritems",    "iterkeys",   "itervalues",
    "urllib2",  "cPickle",       "cStringIO", "izip",       "imap",         "ifilter",    "maxint",
    "execfile", "StandardError", "PY2",       "PY3",        "version_info", "hexversion", "six"};

// What is raised where a name or a module is missing.
constexpr std::string_view kMissing[] = {"NameError", "ImportError", "ModuleNotFoundError", "AttributeError",
                                         "Exception"};

// `except:`, `except NameError:`, `except (ImportError, E):`
bool catches_what_is_missing(Node clause) {
  if (clause.named_child(0).is(Kind::kBlock)) return true;
  for (Node part = clause.first_child(); part && !part.is(Kind::kBlock); part = part.next())
    for (Node name : part.subtree())
      if (name.is(Kind::kIdentifier) && is_one_of(kMissing, name.text())) return true;
  return false;
}

// `try: unicode` / `except NameError:` and `try: import urllib2` / `except ImportError:` are how code runs under both.
bool is_guarded(Node node) {
  for (Node at = node.ancestor(Kind::kTryStatement); at; at = at.ancestor(Kind::kTryStatement))
    for (Node clause : at.children())
      if (clause.is(Kind::kExceptClause) && catches_what_is_missing(clause)) return true;
  return false;
}

// The first name of the module path in `import m`, `import m as n` and `from m import n`.
bool names_a_module(Node node) {
  const Node path = node.parent();
  if (!path.is(Kind::kDottedName) || path.first_child() != node) return false;
  const Node import = path.parent().is(Kind::kAliasedImport) ? path.parent().parent() : path.parent();
  return import.is(Kind::kImportStatement) || path.field() == Field::kModuleName;
}

// `from itertools import izip`
bool is_imported_member(Node node) {
  const Node path = node.parent();
  if (!path.is(Kind::kDottedName) || path.field() == Field::kModuleName) return false;
  const Node import = path.parent().is(Kind::kAliasedImport) ? path.parent().parent() : path.parent();
  return import.is(Kind::kImportFromStatement);
}

struct LibraryNames {
  std::vector<std::string_view> builtins;  // that Python 3 has not
  std::vector<std::string_view> modules;
};
const LibraryNames& library_names() {
  static const LibraryNames names = [] {
    LibraryNames found;
    for (const Fact& fact : library().section("builtins")) found.builtins.push_back(fact.own_name());
    for (const Fact& fact : library().all())
      if (fact.has(Mark::kPython2)) found.modules.push_back(fact.name);
    return found;
  }();
  return names;
}

bool holds(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_python2_name(Node node, const Names& names) {
  const std::string_view text = node.text();
  if (node.field() == Field::kAttribute) return is_one_of(kMethods, text) || is_one_of(kMembers, text);
  if (is_one_of(kMembers, text) && is_imported_member(node)) return true;
  if (names_a_module(node) && holds(library_names().modules, text)) return true;
  return holds(library_names().builtins, text) && names.is_name(node) && names.binding(node) == nullptr &&
         names.resolves_to(node, "__builtin__." + std::string(text));
}

bool uses_guard(const Names& names) {
  return std::any_of(std::begin(kGuards), std::end(kGuards),
                     [&](std::string_view guard) { return names.is_used_anywhere(guard); });
}

bool is_guard(Node node) { return node.field() == Field::kAttribute && is_one_of(kGuards, node.text()); }

constexpr std::string_view kListWords[] = {"map", "filter", "zip", "range", "keys", "values", "items"};
constexpr std::string_view kListMethods[] = {"append", "extend", "insert", "remove", "pop", "sort", "reverse"};

// What a call makes in Python 3, where it made a list.
enum class Made : std::uint8_t { kNothing, kIterator, kRange, kView };

Made made_by(Node call, const Names& names) {
  const Node function = call.child(Field::kFunction);
  const std::size_t count = call.child(Field::kArguments).named_child_count();
  if (function.is(Kind::kAttribute)) {
    const std::string_view method = function.child(Field::kAttribute).text();
    const bool is_view = method == "keys" || method == "values" || method == "items";
    return is_view && count == 0 ? Made::kView : Made::kNothing;
  }
  const std::string_view name = function.text();
  const bool is_range = name == "range";
  if ((!is_range && name != "map" && name != "filter" && name != "zip") || count == 0) return Made::kNothing;
  if (!names.resolves_to(function, "__builtin__." + std::string(name))) return Made::kNothing;
  return is_range ? Made::kRange : Made::kIterator;
}

bool is_list(Node node, const Names& names) {
  if (node.is_any(Kind::kList, Kind::kListComprehension)) return true;
  const Made made = node.is(Kind::kCall) ? made_by(node, names) : Made::kNothing;
  return made == Made::kIterator || made == Made::kRange;
}

// Is the value at this place used as Python 3 does not let a value of that sort be used? What has a method keys() may
// be something else than a dict, and give a list in both; but who sorts that in place most likely writes Python 2.
bool is_list_at(Node node, Made made, const Names& names) {
  const Node parent = node.parent();
  if (parent.is(Kind::kAttribute) && node.field() == Field::kObject && parent.parent().is(Kind::kCall)) {
    const std::string_view method = parent.child(Field::kAttribute).text();
    return made == Made::kView ? method == "sort" : is_one_of(kListMethods, method);
  }
  if (made == Made::kView) return false;
  if (parent.is(Kind::kBinaryOperator) && (node.next().text() == "+" || node.previous().text() == "+"))
    return is_list(node.next() ? parent.child(Field::kRight) : parent.child(Field::kLeft), names);
  if (made == Made::kRange) return false;
  if (parent.is(Kind::kSubscript) && node.field() == Field::kValue) return true;
  const Node taker = parent.is(Kind::kArgumentList) ? parent.parent().child(Field::kFunction) : Node();
  return taker.text() == "len" && names.resolves_to(taker, "__builtin__.len");
}

bool is_used_as_list(Node call, const Names& names) {
  const Made made = made_by(call, names);
  if (made == Made::kNothing) return false;
  const Node assignment = call.parent();
  if (!assignment.is(Kind::kAssignment) || call.field() != Field::kRight) return is_list_at(call, made, names);
  const Node target = assignment.child(Field::kLeft);
  const Binding* binding = target.is(Kind::kIdentifier) ? names.binding(target) : nullptr;
  if (binding == nullptr) return false;
  // It has no other value further down, but may have been a parameter.
  for (const BindingSite& site : binding->sites)
    if (site.node != target && site.kind != BindingKind::kParameter) return false;
  return std::any_of(binding->uses.begin(), binding->uses.end(),
                     [&](Node use) { return use.start() >= assignment.end() && is_list_at(use, made, names); });
}

}  // namespace

std::span<const std::string_view> python2_words() {
  static const std::vector<std::string_view> words = [] {
    std::vector<std::string_view> all = library_names().builtins;
    all.insert(all.end(), library_names().modules.begin(), library_names().modules.end());
    all.insert(all.end(), std::begin(kMethods), std::end(kMethods));
    all.insert(all.end(), std::begin(kMembers), std::end(kMembers));
    return all;
  }();
  return words;
}

std::span<const std::string_view> telling_words() { return kTelling; }

Dialect dialect_at_a_glance(const LexedSource& lexed, const WordTable& table) {
  const Dialect by_syntax = dialect_by_syntax(lexed.evidence);
  if (by_syntax != Dialect::kBoth) return by_syntax;
  const auto has = [&](std::string_view word) { return lexed.words.test(static_cast<std::size_t>(table.index(word))); };
  if (std::any_of(std::begin(kGuards), std::end(kGuards), has)) return Dialect::kBoth;
  return std::any_of(std::begin(kTelling), std::end(kTelling), has) ? Dialect::kPython2 : Dialect::kBoth;
}

Dialect dialect_by_syntax(const Evidence& evidence) {
  if (evidence.python2_syntax) return Dialect::kPython2;
  if (evidence.python3_syntax) return Dialect::kPython3;
  return evidence.python2_hint ? Dialect::kPython2 : Dialect::kBoth;
}

std::optional<ByteRange> python2_syntax_at(const LexedSource& lexed) {
  const auto word_at = [](std::uint32_t offset, std::uint32_t length) { return ByteRange{offset, offset + length}; };
  if (lexed.evidence.python2_syntax) return word_at(lexed.evidence.python2_offset, 1);
  if (dialect_by_syntax(lexed.evidence) != Dialect::kPython2) return {};
  if (!lexed.prints.empty()) return word_at(lexed.prints.front(), 5);
  return lexed.execs.empty() ? word_at(0, 0) : word_at(lexed.execs.front(), 4);
}

std::span<const std::string_view> list_words() { return kListWords; }

std::vector<Node> python2_lists(const Tree& tree, const Names& names) {
  std::vector<Node> found;
  if (uses_guard(names)) return found;
  for (Node node : tree.root().descendants()) {
    if (is_guard(node)) return {};
    if (node.is(Kind::kCall) && is_used_as_list(node, names)) found.push_back(node);
  }
  return found;
}

std::vector<Node> python2_names(const Tree& tree, const Names& names) {
  std::vector<Node> found;
  if (uses_guard(names)) return found;
  for (Node node : tree.root().descendants()) {
    if (is_guard(node)) return {};
    if (node.is(Kind::kIdentifier) && is_python2_name(node, names) && !is_guarded(node)) found.push_back(node);
  }
  return found;
}

}  // namespace py3k::engine
