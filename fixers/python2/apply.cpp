// apply(f, args, kwargs) is f(*args, **kwargs): https://docs.python.org/3/whatsnew/3.0.html#builtins
#include "engine/fixer.h"

namespace py3k::fixers {
using namespace engine;  // NOLINT: a fixer speaks the engine's language

namespace {

bool is_plain(const std::vector<Node>& arguments) {
  for (Node argument : arguments)
    if (argument.is_any(Kind::kKeywordArgument, Kind::kListSplat, Kind::kDictionarySplat)) return false;
  return !arguments.empty() && arguments.size() <= 3;
}

void call(Context& cx, Node call, const std::vector<Node>& arguments) {
  Holes holes{{"function", arguments[0]}};
  std::string text = "$function(";
  const Node given = arguments.size() > 1 ? arguments[1] : Node();
  const std::vector<Node> items = given.is(Kind::kTuple) ? given.named_children() : std::vector<Node>();
  if (!items.empty()) {
    text += "$*items";  // the tuple's parentheses are the call's
    holes.emplace_back("items", HoleValue(items.front(), items.back()));
  } else if (given && !given.is(Kind::kTuple)) {
    text += "*$arguments";
    holes.emplace_back("arguments", given);
  }
  if (arguments.size() == 3) {
    text += text.ends_with('(') ? "**$keywords" : ", **$keywords";
    holes.emplace_back("keywords", arguments[2]);
  }
  cx.replace(call, text + ")", holes);
}

void visit(Context& cx, Node name) {
  if (name.text() != "apply" || !cx.names().is_name(name) || !cx.names().resolves_to(name, "__builtin__.apply")) return;
  const Node whole = name.field() == Field::kFunction ? name.parent() : Node();
  const std::vector<Node> arguments = whole.child(Field::kArguments).named_children();
  if (whole.is(Kind::kCall) && whole.child(Field::kArguments).is(Kind::kArgumentList) && is_plain(arguments)) {
    call(cx, whole, arguments);
  } else if (whole.is(Kind::kCall)) {
    cx.report(name, "apply() is gone: call the function itself, f(*args)");
  } else {
    cx.replace(name, "lambda f, args=(), keywords={}: f(*args, **keywords)");  // map(apply, functions, arguments)
  }
}

}  // namespace

Fixer fix_apply() {
  return {
      .name = "apply",
      .doc = "Replaces apply(f, args, kwargs) by f(*args, **kwargs).",
      .reference = "https://docs.python.org/3/whatsnew/3.0.html#builtins",
      .group = Group::kPython2,
      .safety = Safety::kSafe,
      .runs_on = RunsOn::kBoth,
      .words = {"apply"},
      .examples = {{"x = apply(f, args, options)", "x = f(*args, **options)"},
                   {"apply(f or g, (a, b))", "(f or g)(a, b)"}},
      .visits = {{{Kind::kIdentifier}, visit}},
  };
}

}  // namespace py3k::fixers
