// Names of the library that stand in text: no import shows them, and whoever looks them up by it finds nothing.
// https://docs.python.org/3/library/unittest.mock.html#where-to-patch, PEP 3108: https://peps.python.org/pep-3108/
#include <algorithm>

#include "engine/fixer.h"
#include "engine/syntax/string_literal.h"
#include "fixers/looped_texts.h"
#include "fixers/method_rename.h"
#include "fixers/new_names.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool is_dotted_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return c == '.' || c == '_' || (c < 0x80 && std::isalnum(c) != 0);
  });
}

void set_name(Context& cx, Node text, const std::string& name, Safety safety) {
  const std::string_view old = StringLiteral(text).body();
  if (old == name) return;
  ChangeBuilder change = cx.change(text, "'" + std::string(old) + "' -> '" + name + "'");
  change.set_text(body_range(text), name).safety(safety);
  if (is_ambiguous(old)) change.if_python2(Repeats::kYes);
  change.apply();
}

void report_gone(Context& cx, Node text) {
  cx.report(text, "Python 3 has no " + std::string(StringLiteral(text).body()) +
                      ", or in several places: name the one that is meant");
}

// The last name of what is called: patch of mock.patch, or patch.object of mock.patch.object.
std::string_view called(Node call) { return last_name(call.child(Field::kFunction)); }

bool is_patch(Node call) {
  const Node function = call.child(Field::kFunction);
  const std::string_view name = called(call);
  if (name == "patch") return true;
  const Node object = function.is(Kind::kAttribute) ? function.child(Field::kObject) : Node();
  const std::string_view owner = last_name(object);
  if (owner == "patch") return name == "multiple" || name == "dict" || name == "object";
  return owner == "monkeypatch" && (name == "setattr" || name == "delattr");
}

// The names of __import__('Queue'), importlib.import_module('Queue'), pytest.importorskip('Queue').
void visit_import(Context& cx, Node call, Node text) {
  const NewName now = new_name_of_module(StringLiteral(text).body());
  if (now.state == NewName::State::kSame) return;
  if (now.state == NewName::State::kGone) return report_gone(cx, text);
  // __import__('a.b') gives a.
  const bool gives_first = called(call) == "__import__" && now.name.find('.') != std::string::npos;
  if (!gives_first) return set_name(cx, text, now.name, Safety::kSafe);
  if (call.child(Field::kArguments).named_child_count() > 1) return report_gone(cx, text);
  ChangeBuilder change = cx.change(call);
  const std::string import = change.import_for(call, "importlib", "import_module");
  change.replace(call, import + "('" + now.name + "')").apply();
}

// patch('__builtin__.open'), patch('app.views.urllib2.urlopen'): also what lies in a module of the project.
void visit_patched(Context& cx, Node text) {
  const std::string_view dotted = StringLiteral(text).body();
  const NewName now = new_name_of(dotted);
  if (now.state == NewName::State::kGone) return report_gone(cx, text);
  if (now.state == NewName::State::kMoved) return set_name(cx, text, now.name, Safety::kSafe);
  for (std::size_t dot = dotted.find('.'); dot != std::string_view::npos; dot = dotted.find('.', dot + 1)) {
    const std::string_view rest = dotted.substr(dot + 1);
    const NewName inner = rest.find('.') == std::string_view::npos ? NewName() : new_name_of(rest);
    if (inner.state == NewName::State::kMoved)
      return set_name(cx, text, std::string(dotted.substr(0, dot + 1)) + inner.name, Safety::kUnsafe);
  }
  const std::size_t last = dotted.rfind('.');
  if (last == std::string_view::npos) return;
  // What a module takes for granted is looked up in it, too.
  const NewName builtin = new_name_of("__builtin__." + std::string(dotted.substr(last + 1)));
  if (builtin.name.starts_with("builtins.") && builtin.name.substr(9) != dotted.substr(last + 1))
    set_name(cx, text, std::string(dotted.substr(0, last + 1)) + builtin.name.substr(9), Safety::kUnsafe);
}

// The new name of a module's attribute; unchanged where the module has it still.
void visit_attribute(Context& cx, Node call, Node module, Node text) {
  const std::string owner = python2_name(cx, call, cx.names().qualified(module));
  const std::string name(StringLiteral(text).body());
  if (owner.empty() || owner.starts_with("__builtin__.") || !is_dotted_name(name)) return;
  const NewName now = new_name_of(owner + "." + name);
  if (now.state == NewName::State::kSame) return;
  const std::size_t count = call.child(Field::kArguments).named_child_count();
  const bool has_default = called(call) == "getattr" && count > 2;
  if (now.state == NewName::State::kGone) {
    if (!has_default && called(call) != "hasattr") report_gone(cx, text);
    return;
  }
  NewName home = new_name_of_module(owner);
  if (home.state == NewName::State::kSame) home.name = owner;
  const std::size_t dot = now.name.rfind('.');
  if (dot != std::string::npos && now.name.substr(0, dot) == home.name)
    return set_name(cx, text, now.name.substr(dot + 1), Safety::kSafe);
  if (has_default || called(call) == "hasattr") return;
  const bool is_builtin = dot != std::string::npos && now.name.substr(0, dot) == "builtins";
  const std::string builtin = is_builtin ? now.name.substr(dot + 1) : "";
  const bool is_argument = text.parent() == call.child(Field::kArguments);
  if (is_builtin && is_argument && called(call) == "getattr" &&
      cx.names().lookup(builtin, cx.names().scope_of(call)) == nullptr)
    return cx.replace(call, builtin);
  cx.report(text, "this is " + now.name + " in Python 3: look it up there");
}

// {'class': 'Queue.Queue'} of a logging configuration, or of another that names what it wants.
void visit_pair(Context& cx, Node pair) {
  const Node key = pair.child(Field::kKey);
  const Node value = pair.child(Field::kValue);
  if (!key.is(Kind::kString) || !value.is(Kind::kString)) return;
  static constexpr std::string_view kKeys[] = {"class", "()", "factory", "formatter_class", "backend", "callable"};
  std::string lower(StringLiteral(key).body());
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  if (!is_one_of(kKeys, lower) || StringLiteral(value).body().find('.') == std::string_view::npos) return;
  const NewName now = new_name_of(StringLiteral(value).body());
  if (now.state == NewName::State::kMoved) set_name(cx, value, now.name, Safety::kSafe);
  if (now.state == NewName::State::kGone) report_gone(cx, value);
}

// sys.modules['Queue'], 'Queue' in sys.modules, sys.modules.get('Queue'). To replace a module under its new name would
// be to replace what the converted program itself uses.
void visit_loaded(Context& cx, Node text, bool is_stored) {
  const NewName now = new_name_of_module(StringLiteral(text).body());
  if (now.state == NewName::State::kSame) return;
  if (is_stored)
    return cx.report(text, "no import looks for " + std::string(StringLiteral(text).body()) +
                               " in Python 3: put it in under the name that the converted program imports");
  if (now.state == NewName::State::kGone) return report_gone(cx, text);
  set_name(cx, text, now.name, Safety::kSafe);
}

bool is_modules(Context& cx, Node node) { return cx.names().resolves_to(node, "sys.modules"); }

void visit_subscript(Context& cx, Node subscript) {
  const Node key = subscript.child(Field::kSubscript);
  if (!key.is(Kind::kString) || !is_modules(cx, subscript.child(Field::kValue))) return;
  visit_loaded(cx, key, subscript.parent().is(Kind::kAssignment) && subscript.field() == Field::kLeft);
}

void visit_comparison(Context& cx, Node comparison) {
  const Node left = comparison.named_child(0);
  if (left.is(Kind::kString) && comparison.child_count() >= 3 && is_modules(cx, comparison.last_child()))
    visit_loaded(cx, left, false);
}

void visit_call(Context& cx, Node call) {
  const std::string_view name = called(call);
  const Node arguments = call.child(Field::kArguments);
  const Node first = arguments.is(Kind::kArgumentList) ? arguments.named_child(0) : Node();
  if (!first) return;
  const Node second = arguments.named_child(1);
  static constexpr std::string_view kImports[] = {"__import__", "import_module", "importorskip", "find_module"};
  static constexpr std::string_view kAttributes[] = {"getattr", "hasattr", "setattr", "delattr"};
  static constexpr std::string_view kLookups[] = {"get", "pop", "has_key", "setdefault"};
  if (first.is(Kind::kString) && is_one_of(kImports, name)) return visit_import(cx, call, first);
  if (second.is(Kind::kString) && (is_one_of(kAttributes, name) || is_patch(call)))
    visit_attribute(cx, call, first, second);
  if (second.is(Kind::kIdentifier) && is_one_of(kAttributes, name))
    for (Node text : texts_looped_over(cx, second)) visit_attribute(cx, call, first, text);
  if (!first.is(Kind::kString)) return;
  if (is_patch(call) && is_dotted_name(StringLiteral(first).body())) return visit_patched(cx, first);
  if (is_one_of(kLookups, name) && is_modules(cx, call.child(Field::kFunction).child(Field::kObject)))
    visit_loaded(cx, first, name == "setdefault");
}

// sys.version[:3] is 3.1 under 3.13.
void visit_version(Context& cx, Node subscript) {
  if (!cx.names().resolves_to(subscript.child(Field::kValue), "sys.version")) return;
  const std::string_view index = subscript.child(Field::kSubscript).text();
  const bool is_both = index == ":3" || index == "0:3";
  if (!is_both && index != "2") return;
  ChangeBuilder change = cx.change(subscript);
  const Node version = subscript.child(Field::kValue);
  const std::string info = version.is(Kind::kAttribute)
                               ? std::string(version.child(Field::kObject).text()) + ".version_info"
                               : change.import_for(subscript, "sys", "version_info");
  change.replace(subscript, is_both ? "'%d.%d' % " + info + "[:2]" : "str(" + info + "[1])").apply();
}

}  // namespace

Fixer fix_text_names() {
  return {
      .name = "text_names",
      .doc =
          "Gives names of the library that stand in text, as in mock.patch('__builtin__.open'), __import__('Queue'), "
          "getattr(os, 'getcwdu'), sys.modules['cPickle'] or a logging configuration, their new form. sys.version[:3], "
          "which "
          "is '3.1' under Python 3.13, becomes the two numbers.",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#library-changes",
      .group = Group::kStdlib,
      .safety = Safety::kSafe,
      .unsafe_when = "What is patched is of a module that calls something else so.",
      .runs_on = RunsOn::kPy3,
      .words = {"__import__", "import_module", "importorskip", "modules", "patch", "monkeypatch", "getattr", "hasattr",
                "setattr", "delattr", "version", "dictConfig", "LOGGING", "logging"},
      .examples = {{"q = __import__('Queue')", "q = __import__('queue')"},
                   {"mock.patch('__builtin__.raw_input')", "mock.patch('builtins.input')"},
                   {"import sys\nv = sys.version[:3]", "import sys\nv = '%d.%d' % sys.version_info[:2]"}},
      .visits = {{{Kind::kCall}, visit_call},
                 {{Kind::kSubscript},
                  [](Context& cx, Node node) {
                    visit_subscript(cx, node);
                    visit_version(cx, node);
                  }},
                 {{Kind::kComparisonOperator}, visit_comparison},
                 {{Kind::kPair}, visit_pair}},
  };
}

}  // namespace py3k::fixers
