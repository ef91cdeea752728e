// exec is a function since Python 3.0; it takes the dictionaries as arguments, and no files.
#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>

#include "engine/dialect/lexer.h"
#include "engine/fixer.h"
#include "engine/syntax/precedence.h"
#include "engine/syntax/string_literal.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

constexpr std::string_view kScopeNote =
    "Python 3's exec binds no variables of the function it is in: give it a dictionary and read the names from there";

// Without a dictionary, in a function: what the code binds, the function no longer sees.
bool binds_locals(Context& cx, Node exec) {
  return !exec.child(Field::kGlobals) && cx.names().scope_of(exec).kind == ScopeKind::kFunction;
}

// The names that a literal's code binds for sure, statement by statement: `a = 2`, `def f`, `import m`. Nothing where
// it may bind others, or what it binds depends on something.
std::optional<std::set<std::string>> bound_by(Node code) {
  while (code.is_any(Kind::kParenthesizedExpression, Kind::kBinaryOperator)) {
    const bool is_format = code.is(Kind::kBinaryOperator) && code.child(Field::kOperator).is(Kind::kTokenPercent);
    if (code.is(Kind::kBinaryOperator) && !is_format) return std::nullopt;
    code = is_format ? code.child(Field::kLeft) : code.named_child(0);
  }
  if (!code.is(Kind::kString)) return std::nullopt;
  const std::string_view text = StringLiteral(code).body();
  const auto is_part = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
  std::size_t at = 0;
  const auto word = [&] {
    while (at < text.size() && text[at] == ' ') ++at;
    const std::size_t start = at;
    while (at < text.size() && is_part(text[at])) ++at;
    return text.substr(start, at - start);
  };
  std::string_view name = word();
  if (name == "print" || name == "pass" || name == "raise" || name == "assert") return std::set<std::string>();
  const bool is_import = name == "import";
  if (is_import || name == "def" || name == "class") name = word();
  while (at < text.size() && text[at] == ' ') ++at;
  const std::string_view rest = text.substr(at);
  const bool assigns = rest.starts_with("=") && !rest.starts_with("==");
  const bool is_simple = rest.find('\n') == rest.npos && rest.find("\\n") == rest.npos && rest.find(';') == rest.npos;
  if (name.empty() || !is_simple) return std::nullopt;
  if (is_import ? rest.empty() : assigns) return std::set<std::string>{std::string(name)};
  const bool calls = rest.starts_with("(") || rest.starts_with(".");
  return calls && !assigns && !is_import ? std::optional(std::set<std::string>()) : std::nullopt;
}

// Builtins of Python 2 that code may read: those whose names are short and common are left out on purpose.
bool is_builtin_by_looks(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "abs",          "all",        "any",      "apply",   "basestring", "bin",     "bool",     "buffer",
      "bytearray",    "bytes",      "callable", "chr",     "cmp",        "coerce",  "compile",  "complex",
      "delattr",      "dict",       "dir",      "divmod",  "enumerate",  "eval",    "execfile", "exit",
      "file",         "filter",     "float",    "format",  "frozenset",  "getattr", "globals",  "hasattr",
      "hash",         "help",       "hex",      "id",      "input",      "int",     "intern",   "isinstance",
      "issubclass",   "iter",       "len",      "list",    "locals",     "long",    "map",      "max",
      "memoryview",   "min",        "next",     "object",  "oct",        "open",    "ord",      "pow",
      "print",        "property",   "quit",     "range",   "raw_input",  "reduce",  "reload",   "repr",
      "reversed",     "round",      "set",      "setattr", "slice",      "sorted",  "str",      "sum",
      "super",        "tuple",      "type",     "unichr",  "unicode",    "vars",    "xrange",   "zip",
      "staticmethod", "classmethod"};
  return name.starts_with("_") || std::isupper(static_cast<unsigned char>(name.front())) != 0 ||
         is_one_of(kNames, name);
}

// What the function reads behind an exec without a dictionary that this may have bound.
struct Read {
  std::set<std::string> taken;     // that it surely binds: they can be taken from a dictionary
  std::set<std::string> doubtful;  // of the others
};

Node loop_around(Node node, Node function) {
  Node loop = node;
  for (Node at = node; at && at != function; at = at.parent())
    if (at.is_any(Kind::kForStatement, Kind::kWhileStatement)) loop = at;
  return loop;
}

Read read_after(Context& cx, Node exec) {
  Read read;
  const Node function = cx.names().scope_of(exec).node;
  const auto bound = bound_by(exec.child(Field::kCode));
  const std::uint32_t start = loop_around(exec, function).start();
  std::set<std::string> before;
  std::set<std::string> globals;  // which no statement in front of that one may bind
  const bool open = !cx.names().star_imports().empty();
  for (Node node : function.child(Field::kBody).descendants()) {
    if (!node.is(Kind::kIdentifier) || !cx.names().is_name(node) || node.is_within(exec)) continue;
    const std::string name(node.text());
    if (node.parent().is(Kind::kGlobalStatement)) {
      globals.insert(name);
      continue;
    }
    const Binding* binding = cx.names().binding(node);
    const bool is_local = binding != nullptr && binding->scope->node.is_within(function);
    if (binding != nullptr && is_local &&
        std::any_of(binding->sites.begin(), binding->sites.end(),
                    [&](const BindingSite& it) { return it.node == node; }))
      continue;
    const bool is_behind = node.start() > exec.end();
    if (!is_behind && !is_local) before.insert(name);
    if (node.start() < start) continue;
    if (bound && bound->contains(name)) {
      is_behind ? read.taken.insert(name) : read.doubtful.insert(name);
    } else if (!bound && is_local) {
      read.doubtful.insert(name);
    } else if (!bound && binding == nullptr && !open && !is_builtin_by_looks(name)) {
      is_behind ? read.taken.insert(name) : read.doubtful.insert(name);
    }
  }
  // Bound here, it is a local variable further up as well.
  before.merge(globals);
  for (const std::string& name : before)
    if (read.taken.erase(name) > 0) read.doubtful.insert(name);
  // A name of Python 2 that Python 3 has for a keyword gets another one here, but not in what is executed.
  std::copy_if(read.taken.begin(), read.taken.end(), std::inserter(read.doubtful, read.doubtful.end()),
               [](const std::string& name) { return is_keyword(name); });
  for (const std::string& name : read.doubtful) read.taken.erase(name);
  return read;
}

bool is_file(Context& cx, Node code) {
  const Node function = code.child(Field::kFunction);
  return code.is(Kind::kCall) &&
         (cx.names().resolves_to(function, "__builtin__.open") || cx.names().resolves_to(function, "__builtin__.file"));
}

void report_names(Context& cx, Node exec, const std::set<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  cx.report(exec, "if this binds " + list + ": " + std::string(kScopeNote));
}

void visit(Context& cx, Node exec) {
  Node code = exec.child(Field::kCode);
  const Node globals = exec.child(Field::kGlobals);
  const Node locals = exec.child(Field::kLocals);
  const bool parenthesized = code.is(Kind::kParenthesizedExpression) && !code.named_child(0).is(Kind::kYield);
  const bool is_call_already = !globals && (parenthesized || code.is(Kind::kTuple));
  code = unparenthesized(is_call_already && code.is(Kind::kTuple) ? code.named_child(0) : code);
  if (is_call_already) {
    if (is_file(cx, code))
      cx.change(code).replace(code, "$code.read()", {{"code", code}}).safety(Safety::kSafe).apply();
    if (!exec.child(Field::kCode).is(Kind::kTuple) && binds_locals(cx, exec)) cx.report(exec, std::string(kScopeNote));
    return;
  }
  std::string replacement = is_file(cx, code) ? "exec($code.read()" : "exec($code";
  Holes holes{{"code", code}};
  if (globals) {
    replacement += ", $globals";
    holes.emplace_back("globals", globals);
  }
  if (locals) {
    replacement += ", $locals";
    holes.emplace_back("locals", locals);
  }
  if (code.is(Kind::kString) && !cx.settings().like_two_to_three &&
      lex(StringLiteral(code).body(), {}).evidence.python2_syntax)
    cx.report(code, "this text is Python 2: exec takes Python 3 now");
  if (cx.settings().like_two_to_three || !binds_locals(cx, exec)) {
    cx.change(exec).replace(exec, replacement + ")", holes).safety(Safety::kSafe).apply();
    return;
  }
  const Read read = read_after(cx, exec);
  if (!read.taken.empty() && exec.parent().is_any(Kind::kBlock, Kind::kModule)) {
    const std::string scope = cx.scratch_name("scope");
    ChangeBuilder change = cx.change(exec, "what exec binds is taken from a dictionary");
    change.insert_before(exec, scope + " = dict(locals())");
    change.replace(exec, replacement + ", globals(), " + scope + ")", holes);
    std::string lines;
    for (const std::string& name : read.taken)
      lines += (lines.empty() ? "" : "\n") + name + " = " + scope + "['" + name + "']";
    change.insert_after(exec, lines);
    change.safety(bound_by(exec.child(Field::kCode)) ? Safety::kSafe : Safety::kUnsafe).apply();
  } else {
    const bool unsafe = !read.taken.empty() || !read.doubtful.empty();
    ChangeBuilder change = cx.change(exec, unsafe ? "exec is a function; " + std::string(kScopeNote) : "");
    change.replace(exec, replacement + ")", holes);
    change.safety(unsafe ? Safety::kUnsafe : Safety::kSafe).apply();
  }
  if (!read.doubtful.empty()) report_names(cx, exec, read.doubtful);
}

}  // namespace

Fixer fix_exec() {
  return {
      .name = "exec",
      .doc = "Replaces the exec statement with the exec function.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#removed-syntax",
      .group = Group::kPython2,
      .safety = Safety::kUnsafe,
      .unsafe_when =
          "Only `exec code` in a function is, where it reads variables later that the code may bind: in Python 3 what "
          "that binds becomes no variable of the function.",
      .runs_on = RunsOn::kBoth,
      .words = {"exec"},
      .examples =
          {{"exec code", "exec(code)"},
           {"def f():\n    exec 'a = 2'\n    return a",
            "def f():\n    scope = dict(locals())\n    exec('a = 2', globals(), scope)\n    a = scope['a']\n    "
            "return a"},
           {"exec code in scope, names", "exec(code, scope, names)"}},
      .visits = {{{Kind::kExecStatement}, visit}},
  };
}

}  // namespace py3k::fixers
